import { statesWith } from '@accord/shared/protocol'

import { resumeAfterRestore } from '../audit/resume-audit.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { NODE_ACTOR } from '../connections/change-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { revokeOpenCodes } from '../connections/revoke-open-codes.ts'
import { scanConnectionIds } from '../store/connections/connection-scan.ts'
import { beginRestoreEpoch, countRevoked, type RestoreEpoch } from '../store/node/restore-epochs.ts'
import { enqueue } from '../jobs/job-table.ts'
import { listSyncedConnections, replaceComparison } from '../store/sync/comparisons.ts'

const RESTORED = {
  closing: 'restore',
  event: 'revokedByRestore',
  detail: 'A backup was restored here. Its open code may have been used after it was taken, and is revoked.',
} as const

/**
 * A restored backup was noticed. Its open invitations may have been redeemed after it was taken: none of them may be
 * redeemed a second time. What each connection has become meanwhile its peer is asked, soon.
 */
export async function recoverFromRestore(context: ConnectionContext, epoch: RestoreEpoch): Promise<void> {
  const { database, log, vault } = context
  const revokedInvitations = await database.transaction(async (transaction) => {
    if (!(await beginRestoreEpoch(transaction, epoch))) return undefined
    const revoked = await revokeOpenCodes(transaction, epoch.beganAt, RESTORED)
    await countRevoked(transaction, epoch.seq, revoked)
    const audit = await resumeAfterRestore(transaction, vault)
    await recordAudit(transaction, {
      at: epoch.beganAt,
      actor: NODE_ACTOR,
      action: 'node.restored',
      subject: epoch.epoch,
      details: { epoch: epoch.seq, revokedInvitations: revoked, auditSetBackTo: audit?.seq ?? null },
    })
    for await (const ids of scanConnectionIds(transaction, statesWith('contacted')))
      for (const id of ids) await enqueue(transaction, 'contact', { connectionId: id }, epoch.beganAt)
    // Which records differ is compared before anything is overwritten, PROTOCOL.md §11.8.
    for (const connectionId of await listSyncedConnections(transaction)) {
      const { beganAt } = epoch
      await replaceComparison(transaction, { connectionId, reason: 'restored_here', peerEpoch: null, beganAt })
      await enqueue(transaction, 'compareRecords', { connectionId }, beganAt)
    }
    return revoked
  })
  if (revokedInvitations === undefined) return
  log.warn({ revokedInvitations, epoch: epoch.seq }, 'a restored backup was noticed')
}
