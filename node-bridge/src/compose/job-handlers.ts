import type { ConnectionContext } from '../connections/connection-context.ts'
import { abandonConnection, expireApproval, expireInvitation, noteSilence } from '../connections/expiry-job.ts'
import { runContact } from '../contact/contact-job.ts'
import { runConfirm } from '../handshake/destination/confirm-job.ts'
import { runRedeem } from '../handshake/destination/redeem-job.ts'
import { collectAcceptance } from '../handshake/private-source/collect-acceptance.ts'
import { confirmGrant } from '../handshake/private-source/confirm-grant.ts'
import { orTryAgain } from '../handshake/private-source/or-try-again.ts'
import { tellRefusal } from '../handshake/private-source/tell-refusal.ts'
import { watchAcceptor } from '../handshake/private-source/watch-acceptor.ts'
import { createCallback } from '../instance/callback-job.ts'
import type { InstanceClient } from '../instance/instance-client.ts'
import { runBackfill } from '../instance/backfill-job.ts'
import type { JobHandlers } from '../jobs/queue-handlers.ts'
import { runKeyPublication } from '../key-rotation/keys-job.ts'
import { receiveKeys } from '../key-rotation/receive-keys.ts'
import { bringIn } from '../sync/backfill/bring-in.ts'
import { compareRecords } from '../sync/comparison/compare-records.ts'
import { findDrift } from '../sync/drift/find-drift.ts'
import { pollExchange } from '../sync/exchange/poll-exchange.ts'
import { sendExchange } from '../sync/exchange/send-exchange.ts'
import { carryFiles } from '../sync/files/carry-files.ts'
import { bringOffered } from '../sync/files/bring-offered.ts'
import type { FileContext } from '../sync/files/file-context.ts'
import { takeBulk } from '../sync/bulk/take-bulk.ts'
import { retryHeld } from '../sync/quarantine/retry-held.ts'
import type { NoticeContext } from '../notices/notice-context.ts'
import { sendNotice } from '../notices/send-notice.ts'
import { runTermination } from '../peer-calls/terminate-job.ts'

/** Who does which job. */
export function createJobHandlers(
  context: ConnectionContext,
  instance: InstanceClient,
  sync: FileContext,
  notices: NoticeContext,
): JobHandlers {
  const { now } = context
  const contact = { ...context, receiveKeys }
  const callback = createCallback({ ...context, instance })
  return {
    redeem: ({ connectionId }) => runRedeem(context, connectionId),
    confirm: ({ connectionId }) => runConfirm(context, connectionId),
    expireInvitation: (code) => expireInvitation(context, code),
    abandonConnection: ({ connectionId }) => abandonConnection(context, connectionId),
    expireApproval: ({ connectionId }) => expireApproval(context, connectionId),
    noteSilence: ({ connectionId }) => noteSilence(context, connectionId),
    contact: ({ connectionId }) => runContact(contact, connectionId),
    listen: ({ connectionId }) => runContact(contact, connectionId, true),
    collectAcceptance: (code) => orTryAgain(now, collectAcceptance(context, code.invitationId, code.connectionId)),
    confirmGrant: ({ connectionId }) => orTryAgain(now, confirmGrant(context, connectionId)),
    watchAcceptor: ({ connectionId }) => orTryAgain(now, watchAcceptor(context, connectionId)),
    tellRefusal: ({ connectionId, since }) => orTryAgain(now, tellRefusal(context, connectionId, since)),
    publishRotation: ({ connectionId }) => runKeyPublication(context, connectionId),
    terminate: (telling) => runTermination(context, telling),
    backfill: ({ after }) => runBackfill(context, after),
    callback: ({ connectionId }) => callback(connectionId),
    sendExchange: ({ connectionId }) => sendExchange(sync, connectionId),
    pollExchange: ({ connectionId }) => pollExchange(sync, connectionId),
    takeBulk: ({ bulkId }) => takeBulk(sync, bulkId),
    retryHeld: (retrying) => retryHeld(sync, retrying),
    compareRecords: ({ connectionId }) => compareRecords(sync, connectionId),
    findDrift: ({ connectionId }) => findDrift(sync, connectionId),
    bringIn: ({ connectionId }) => bringIn(sync, connectionId),
    carryFiles: ({ connectionId }) => carryFiles(sync, connectionId),
    bringOffered: ({ connectionId }) => bringOffered(sync, connectionId),
    sendNotice: ({ deliveryId }) => sendNotice(notices, deliveryId),
  }
}
