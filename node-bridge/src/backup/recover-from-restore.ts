import { resumeAfterRestore } from '../audit/resume-audit.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { changeConnection, NODE_ACTOR } from '../connections/change-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { CONTACTED_STATES, enqueueContact } from '../connections/contact-schedule.ts'
import type { ConnectionRecord } from '../store/connection-record.ts'
import { walkConnectionIds } from '../store/connection-scan.ts'
import { findConnection } from '../store/connections.ts'
import { closeInvitation, type InvitationRecord, someOpenInvitations } from '../store/invitations.ts'
import { beginRestoreEpoch, countRevoked, type RestoreEpoch } from '../store/restore-epochs.ts'
import type { Db } from '../store/engine/tables.ts'

const AT_ONCE = 200

/**
 * A restored backup was noticed. Its open invitations may have been redeemed after it was taken: none of them may be
 * redeemed a second time. What each connection has become meanwhile its peer is asked, soon.
 */
export async function recoverFromRestore(context: ConnectionContext, epoch: RestoreEpoch): Promise<void> {
  const { database, changes, log, vault } = context
  const changed = await database.transaction(async (transaction) => {
    if (!(await beginRestoreEpoch(transaction, epoch))) return undefined
    const revoked = await revokeOpen(transaction, epoch.beganAt)
    await countRevoked(transaction, epoch.seq, revoked.length)
    const audit = await resumeAfterRestore(transaction, vault)
    await recordAudit(transaction, {
      at: epoch.beganAt,
      actor: NODE_ACTOR,
      action: 'node.restored',
      subject: epoch.epoch,
      details: { epoch: epoch.seq, revokedInvitations: revoked.length, auditSetBackTo: audit?.seq ?? null },
    })
    for await (const ids of walkConnectionIds(transaction, CONTACTED_STATES))
      for (const id of ids) await enqueueContact(transaction, id, epoch.beganAt)
    return revoked
  })
  if (!changed) return
  for (const record of changed) changes.announce(record, 'revoke')
  log.warn({ revokedInvitations: changed.length, epoch: epoch.seq }, 'a restored backup was noticed')
}

async function revokeOpen(transaction: Db, now: Date): Promise<ConnectionRecord[]> {
  const revoked: ConnectionRecord[] = []
  for (let some = await someOpenInvitations(transaction, AT_ONCE); some.length > 0;) {
    revoked.push(...(await revokeThese(transaction, some, now)))
    some = await someOpenInvitations(transaction, AT_ONCE)
  }
  return revoked
}

async function revokeThese(
  transaction: Db,
  invitations: readonly InvitationRecord[],
  now: Date,
): Promise<ConnectionRecord[]> {
  const revoked: ConnectionRecord[] = []
  for (const { id, connectionId } of invitations) {
    await closeInvitation(transaction, id, 'restore')
    const record = await findConnection(transaction, connectionId)
    if (record?.invitationId !== id) continue
    revoked.push(
      await changeConnection(transaction, connectionId, now, {
        ...(record.state === 'invited' ? { transition: 'revoke' } : { onlyIn: [record.state] }),
        event: 'revokedByRestore',
        detail: 'A backup was restored here. Its open code may have been used after it was taken, and is revoked.',
        actor: NODE_ACTOR,
      }),
    )
  }
  return revoked
}
