import type { ConnectionContext } from '../connections/connection-context.ts'
import { RENEWABLE } from '../connections/redemption-steps.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { findSharedConnection } from '../store/connections/connections.ts'
import type { ProcessedInvitation } from './invitation-code.ts'

/**
 * The connection whose keys this code renews, when this node still has it. Throws `state_conflict` for one that has ended,
 * and `identity_mismatch` when the code is not signed by the node at its other end.
 */
export async function findRenewable(
  { database }: ConnectionContext,
  { payload, identityThumbprint }: Pick<ProcessedInvitation, 'payload' | 'identityThumbprint'>,
): Promise<ConnectionRecord | undefined> {
  const record = payload.connectionId ? await findSharedConnection(database.db, payload.connectionId) : undefined
  if (!record) return undefined
  const { remote, remoteIdentityThumbprint: pinned, state } = record
  if (remote.instanceUid !== null && remote.instanceUid !== payload.nodeInfo.instanceUid)
    throw new Refusal('identity_mismatch')
  if (pinned !== null && pinned !== identityThumbprint) throw new Refusal('identity_mismatch')
  if (!RENEWABLE.includes(state)) throw new Refusal('state_conflict', undefined, { facts: { state } })
  return record
}
