import type { ConnectionSnapshot } from '@accord/shared/schemas'

/** A code that was just issued. It lives in the memory of the open page only and is never written anywhere. */
export interface IssuedCode {
  readonly connection: ConnectionSnapshot
  readonly code: string
  /** Where the other side's instance opens; null when nobody told us. */
  readonly remoteUrl: string | null
  /** Name of the instance that the code is bound to, when it is. */
  readonly boundToName: string | null
}
