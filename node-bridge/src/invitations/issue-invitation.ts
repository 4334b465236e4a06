import type { InvitationPayload } from '@accord/shared/schemas'

import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { insertInvitation, type InvitationRecord } from '../store/handshake/invitations.ts'
import type { Db } from '../store/engine/tables.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import type { Invited } from '../connections/invited.ts'
import { createInvitationCode, type CreatedInvitation } from './invitation-code.ts'
import { enqueue } from '../jobs/job-table.ts'

type Names = Pick<
  ConnectionRecord,
  'name' | 'localShortName' | 'remoteShortName' | 'description' | 'mode' | 'destinationUrl'
>

export interface IssueOptions {
  readonly expiresInMs: number | undefined
  /** The recipient that the code is bound to. */
  readonly invited: Invited
  /** The admin here decides after the redeem. */
  readonly approval: boolean
  /** Which of the codes of its connection this one is; undefined for one that renews keys. */
  readonly offer?: InvitationPayload['offer']
  /** Makes a code that renews the keys of this connection; the id that both sides use. */
  readonly rekeyConnectionId?: string
}

/** A code and its recipient. The recipient's keys stay with the source, which alone checks them. */
export interface PreparedInvitation extends CreatedInvitation {
  readonly invited: Invited
}

/** Makes a code for these names. Nothing is stored yet. */
export async function prepareInvitation(
  { identity, nodeInfo, now }: ConnectionContext,
  names: Names,
  { expiresInMs, invited, approval, offer, rekeyConnectionId }: IssueOptions,
): Promise<PreparedInvitation> {
  const { name, localShortName, remoteShortName, description, mode, destinationUrl } = names
  const connection = {
    name,
    localShortName,
    remoteShortName,
    description,
    mode,
    ...(destinationUrl === null ? {} : { destinationUrl }),
  }
  const input = {
    nodeInfo: await nodeInfo(),
    connection,
    expiresInMs,
    invitedInstanceUid: invited.instanceUid ?? undefined,
    approval,
    offer,
    rekeyConnectionId,
  }
  return { ...(await createInvitationCode(input, identity.key, now())), invited }
}

/** Stores the source's part of a code and enqueues its expiry; a private source also enqueues the job that asks for the acceptance. */
export async function storeInvitation(
  transaction: Db,
  connectionId: string,
  issued: PreparedInvitation,
): Promise<InvitationRecord> {
  const { jti: id, iat, exp, purpose, approval, nodeInfo } = issued.payload
  const expiresAt = new Date(exp * 1000)
  const invitation: InvitationRecord = {
    id,
    connectionId,
    purpose,
    state: 'open',
    keyX: issued.invitationPublicKey.x,
    codeHash: issued.codeHash,
    invitedInstanceUid: issued.invited.instanceUid,
    invitedIdentities: issued.invited.identities,
    issuedAt: new Date(iat * 1000),
    expiresAt,
    redeemedBy: null,
    approval,
  }
  await insertInvitation(transaction, invitation)
  await enqueue(transaction, 'expireInvitation', { invitationId: id, connectionId }, expiresAt)
  if (nodeInfo.pollOnly)
    await enqueue(transaction, 'collectAcceptance', { invitationId: id, connectionId }, new Date(iat * 1000))
  return invitation
}
