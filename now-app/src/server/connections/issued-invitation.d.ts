import type { ConnectionSnapshot } from '@accord/shared/schemas'

/** The node's answer to initiate and reissue: the only place where a code appears; null for a local connection. */
export interface IssuedInvitation {
  readonly connection: ConnectionSnapshot
  readonly code: string | null
}
