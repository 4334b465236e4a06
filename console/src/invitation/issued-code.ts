import type { ConnectionSnapshot } from '@accord/shared/schemas'

/** A code that was just issued. It lives in the memory of the open page only and is never written anywhere. */
export interface IssuedCode {
  readonly connection: ConnectionSnapshot
  readonly code: string
  /** Address of the other side's instance, as that side reported it; null where unknown. */
  readonly remoteUrl: string | null
  /** Name of the instance that the code is bound to, when it is. */
  readonly boundToName: string | null
}

/** The code in the answer of a call, where there is one. */
export function issuedCodeOf(answer: unknown): IssuedCode | undefined {
  if (!isIssued(answer)) return undefined
  const { connection, code } = answer
  const { remote } = connection
  return { connection, code, remoteUrl: remoteUrlOf(connection), boundToName: remote.name }
}

/** URL of the other side's node, as that side reported it; null where unknown. */
export const remoteUrlOf = ({ remote }: Pick<ConnectionSnapshot, 'remote'>): string | null =>
  remote.instanceUrl ?? remote.nodeUrl

const isIssued = (answer: unknown): answer is Pick<IssuedCode, 'connection' | 'code'> =>
  typeof answer === 'object' && answer !== null && 'connection' in answer && 'code' in answer && answer.code !== null
