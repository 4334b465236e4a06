import type { ConnectionSnapshot, InvitationDetails } from '@accord/shared/schemas'

/** A code that was just issued. It lives in the memory of the open page only and is never written anywhere. */
export interface IssuedCode {
  readonly connection: ConnectionSnapshot
  readonly code: string
  /** Of this code; that of the connection is the one that made it. */
  readonly invitation: InvitationDetails | null
  /** It renews the keys of a connection that both sides have. */
  readonly renewsKeys: boolean
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
  const { invitation } = answer
  const details = { invitation: invitation ?? connection.invitation, renewsKeys: invitation !== undefined }
  return { connection, code, ...details, remoteUrl: remoteUrlOf(connection), boundToName: remote.name }
}

/** URL of the other side's node, as that side reported it; null where unknown. */
export const remoteUrlOf = ({ remote }: Pick<ConnectionSnapshot, 'remote'>): string | null =>
  remote.instanceUrl ?? remote.nodeUrl

interface Issued extends Pick<IssuedCode, 'connection' | 'code'> {
  readonly invitation?: InvitationDetails
}

const isIssued = (answer: unknown): answer is Issued =>
  typeof answer === 'object' && answer !== null && 'connection' in answer && 'code' in answer && answer.code !== null
