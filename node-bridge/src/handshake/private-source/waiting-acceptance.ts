import { keyPairOf, type KeyPair } from '../../keys/key-pair.ts'
import type { SourceCaller } from '../../nodes/callers.ts'
import { type AcceptanceRecord, findAcceptance } from '../../store/acceptances.ts'
import type { ConnectionRecord, SealedKey } from '../../store/connection-record.ts'
import { findConnection } from '../../store/connections.ts'
import { findRekey, type RekeyRecord } from '../../store/rekeys.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { openInvitation, type WaitingInvitation } from '../../invitations/sealed-invitation.ts'
import { openConnectionKey } from '../../peer-calls/sealed-keys.ts'

/** An accepted code of a source that cannot be called, while its answer is outstanding. */
export interface WaitingAcceptance {
  readonly record: ConnectionRecord
  readonly invitation: WaitingInvitation
  /** Of this side, made for this code. */
  readonly connectionKey: KeyPair
  readonly from: { readonly acceptance: AcceptanceRecord } | { readonly rekey: RekeyRecord; readonly key: SealedKey }
}

/** Undefined while the code was not accepted here, after its answer, and for anybody but its source. */
export async function findWaiting(
  context: ConnectionContext,
  invitationId: string,
  source: SourceCaller,
): Promise<WaitingAcceptance | undefined> {
  const found =
    (await findConnecting(context, invitationId, source)) ?? (await findRekeying(context, invitationId, source))
  return found && isSourceOf(context, found.invitation, source) ? found : undefined
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

async function findConnecting(
  { database: { db }, vault }: ConnectionContext,
  invitationId: string,
  source: SourceCaller,
): Promise<WaitingAcceptance | undefined> {
  const acceptance = await findAcceptance(db, invitationId)
  const record = acceptance && (await findConnection(db, acceptance.connectionId))
  if (record?.state !== 'redeeming' || !acceptance?.invitationSealed || !isPinned(record, source)) return undefined
  const invitation = openInvitation(vault, invitationId, acceptance.invitationSealed)
  return { record, invitation, connectionKey: openConnectionKey(vault, record), from: { acceptance } }
}

async function findRekeying(
  { database: { db }, vault }: ConnectionContext,
  invitationId: string,
  source: SourceCaller,
): Promise<WaitingAcceptance | undefined> {
  const rekey = await findRekey(db, invitationId)
  const record = rekey && (await findConnection(db, rekey.connectionId))
  if (!record || !rekey.waiting || !isPinned(record, source)) return undefined
  const { invitationSealed, key } = rekey.waiting
  const pair = openConnectionKey(vault, { ...record, localKey: key })
  const invitation = openInvitation(vault, invitationId, invitationSealed)
  return { record, invitation, connectionKey: keyPairOf(pair.privateJwk), from: { rekey, key } }
}

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
  const kept = (await findAcceptance(db, invitationId)) ?? (await findRekey(db, invitationId))
  const record = kept && (await findConnection(db, kept.connectionId))
  return record?.remoteIdentityThumbprint === source.identityThumbprint &&
    record.remote.instanceUid === source.instanceUid &&
    source.audience === identity.instanceUid
    ? record
    : undefined
}
