import type { SharedCallName } from '@accord/shared/contracts'
import { stateAfter } from '@accord/shared/protocol'
import type { ConnectionSnapshot } from '@accord/shared/schemas'

/** What either side does with a connection later. */
export const LIFE_CHANGES = ['deactivate', 'activate', 'delete'] as const
export type LifeChange = (typeof LIFE_CHANGES)[number]
/** What an admin does with the keys of a connection that both sides hold. */
export const KEY_ACTIONS = ['rotateKeys', 'rekey'] as const
export type KeyAction = (typeof KEY_ACTIONS)[number]
export const CONNECTION_ACTIONS = ['reissue', 'revoke', ...LIFE_CHANGES, ...KEY_ACTIONS] as const
export type ConnectionAction = (typeof CONNECTION_ACTIONS)[number]

/** Decisions of the source's admin about a redeemed code that needs approval. */
export const DECISIONS = ['approve', 'reject'] as const
export type Decision = (typeof DECISIONS)[number]
/** Everything that asks before it is done. */
export type DialogAction = ConnectionAction | Decision

/** What the node does for each. */
export const OPERATION_OF = {
  reissue: 'reissueInvitation',
  revoke: 'revokeInvitation',
  deactivate: 'deactivateConnection',
  activate: 'activateConnection',
  delete: 'deleteConnection',
  rotateKeys: 'rotateKeys',
  rekey: 'issueRekeyCode',
  approve: 'approveConnection',
  reject: 'rejectConnection',
} as const satisfies Record<DialogAction, SharedCallName>

export const isDecision = (action: DialogAction): action is Decision =>
  (DECISIONS as readonly DialogAction[]).includes(action)

type SideAndState = Pick<ConnectionSnapshot, 'side' | 'state'>

/** A connection whose deletion ends it at once, since there is no peer to inform. */
export const endsHere = (connection: SideAndState): boolean => stateAfter(connection, 'delete') === 'terminated'

/** What the state allows at this side, what cannot be undone last. Re-issuing an open invitation revokes it first, so it needs no row of its own. */
export function possibleActions(connection: ConnectionSnapshot): ConnectionAction[] {
  const changes = LIFE_CHANGES.filter((change) => stateAfter(connection, change) !== undefined)
  const pauses = changes.filter((change) => change !== 'delete')
  const deletes = changes.filter((change) => change === 'delete')
  const keyActions = possibleKeyActions(connection)
  if (connection.side !== 'source') return [...pauses, ...keyActions, ...deletes]
  const canRevoke = stateAfter(connection, 'revoke') !== undefined
  const canReissue = canRevoke || stateAfter(connection, 'reissue') !== undefined
  return [
    ...(canReissue ? (['reissue'] as const) : []),
    ...(canRevoke ? (['revoke'] as const) : []),
    ...pauses,
    ...keyActions,
    ...deletes,
  ]
}

/** A lost peer could not acknowledge a new key: only a code helps. Both ends of a local connection are on one node. */
function possibleKeyActions(connection: ConnectionSnapshot): readonly KeyAction[] {
  if (connection.local) return []
  if (connection.state === 'peer_lost') return ['rekey']
  return stateAfter(connection, 'peerUnknown') === undefined ? [] : KEY_ACTIONS
}
