import type { SourceCaller } from '../../nodes/callers.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { findRedemption, isWaiting } from '../../store/handshake/redemptions.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import type { WaitingInvitation } from '../../invitations/sealed-invitation.ts'
import { type OpenRedemption, openRedemption } from '../destination/open-redemption.ts'

/** Undefined while the code was not accepted here, after its answer, and for anybody but its source. */
export async function findWaiting(
  context: ConnectionContext,
  invitationId: string,
  source: SourceCaller,
): Promise<OpenRedemption | undefined> {
  const { db } = context.database
  const redemption = await findRedemption(db, invitationId)
  const record = redemption && (await findConnection(db, redemption.connectionId))
  if (!record || !isWaiting(redemption) || !isPinned(record, source)) return undefined
  const open = openRedemption(context, redemption, record)
  return isSourceOf(context, open.invitation, source) ? open : undefined
}

/** Is this the caller who has signed the accepted code, asking this node? */
export function isSourceOf(
  { identity }: { readonly identity: Pick<ConnectionContext['identity'], 'instanceUid'> },
  { identityThumbprint, payload }: Pick<WaitingInvitation, 'identityThumbprint' | 'payload'>,
  source: Omit<SourceCaller, 'mayWait'>,
): boolean {
  return (
    payload.nodeInfo.pollOnly &&
    source.identityThumbprint === identityThumbprint &&
    source.instanceUid === payload.nodeInfo.instanceUid &&
    source.audience === identity.instanceUid
  )
}

/** Asked before anything is opened: a stranger costs no decryption, and cannot tell by the time which codes were accepted. */
const isPinned = (
  { remoteIdentityThumbprint: pinned }: ConnectionRecord,
  { identityThumbprint }: SourceCaller,
): boolean => pinned === null || pinned === identityThumbprint

/** Does the caller hold the identity of the one whose code was accepted here, whatever has become of it? */
export async function isKnownSource(
  context: ConnectionContext,
  invitationId: string,
  source: SourceCaller,
): Promise<boolean> {
  return (
    (await findWaiting(context, invitationId, source)) !== undefined ||
    (await findAnswered(context, invitationId, source)) !== undefined
  )
}

/** The connection that this code has made or renewed, for its own source. */
export async function findAnswered(
  { database: { db }, identity }: ConnectionContext,
  invitationId: string,
  source: SourceCaller,
): Promise<ConnectionRecord | undefined> {
  const kept = await findRedemption(db, invitationId)
  const record = kept && (await findConnection(db, kept.connectionId))
  return record?.remoteIdentityThumbprint === source.identityThumbprint &&
    record.remote.instanceUid === source.instanceUid &&
    source.audience === identity.instanceUid
    ? record
    : undefined
}
