import { createConnectionTables } from './migrations/0001-connection-tables.ts'
import { createLaneTables } from './migrations/0001-lane-tables.ts'
import { createNodeTables } from './migrations/0001-node-tables.ts'
import { createContactTable } from './migrations/0002-contact-table.ts'
import { addInvitationApproval } from './migrations/0002-invitation-approval.ts'
import { createAuditTables } from './migrations/0002-audit-tables.ts'
import { addAuditSubjectIndex } from './migrations/0005-audit-subject.ts'
import { createRestoreTables } from './migrations/0003-restore-epoch.ts'
import { createRekeyTable } from './migrations/0004-rekey.ts'
import { addJobTrace } from './migrations/0005-job-trace.ts'
import { createKeyRotationTable } from './migrations/0003-key-rotation.ts'
import { addConnectionList } from './migrations/0005-connection-list.ts'
import { addConnectionTwin } from './migrations/0003-connection-twin.ts'
import { createLicenceTables } from './migrations/0005-licence.ts'
import { createConsoleTables } from './migrations/0005-console.ts'
import { createHotIndexes } from './migrations/0006-hot-indexes.ts'
import { createNodeSettingTable } from './migrations/0006-node-settings.ts'
import { indexOpenInvitations } from './migrations/0007-open-invitations.ts'
import { indexDeadLanes } from './migrations/0008-dead-lanes.ts'
import { addInvitedIdentities } from './migrations/0009-invited-identities.ts'
import { addPeerBounds } from './migrations/0010-peer-bounds.ts'
import { addRefusedRedeems } from './migrations/0009-refused-redeems.ts'
import { addCodeOffers } from './migrations/0010-code-offers.ts'
import { addAuditProof } from './migrations/0010-audit-proof.ts'
import { createPublicUrlTable } from './migrations/0011-public-url.ts'
import { addToldAddress } from './migrations/0012-told-address.ts'
import { addApiBase } from './migrations/0013-api-base.ts'
import { renameToSerialQueues } from './migrations/0014-serial-queues.ts'
import { renameToWordsOfTheField } from './migrations/0015-words-of-the-field.ts'
import { createSyncTables } from './migrations/0016-sync.ts'
import { addInstanceIdentity } from './migrations/0017-instance-identity.ts'
import { addItemFacts } from './migrations/0018-sync-items.ts'
import { renameOperatorRole } from './migrations/0019-console-roles.ts'
import { createTrackerWatch } from './migrations/0020-tracker-watch.ts'
import { unifyRedemptions } from './migrations/0020-redemption.ts'
import { renameToStatus } from './migrations/0021-item-status.ts'
import { addWakeUps } from './migrations/0022-wake-ups.ts'
import { addHeldRetries } from './migrations/0023-held-retries.ts'
import { createFileTables } from './migrations/0024-files.ts'
import { addComparison } from './migrations/0025-comparison.ts'
import { addCommentHistory } from './migrations/0025-comment-history.ts'
import { addRemoteKey } from './migrations/0026-remote-key.ts'
import { addInstanceCalls } from './migrations/0027-instance-calls.ts'
import { createKeptMessages } from './migrations/0028-kept-messages.ts'
import { createScriptSteps } from './migrations/0031-script-steps.ts'
import { createDriftTables } from './migrations/0029-drift-checks.ts'
import { addRulesHistory } from './migrations/0030-rules-history.ts'
import { createUnmappedWords } from './migrations/0032-unmapped-words.ts'
import { addRulesAuthor } from './migrations/0033-rules-author.ts'
import { indexSyncQueue } from './migrations/0034-sync-queue.ts'
import { createRulesDraft } from './migrations/0035-rules-draft.ts'
import { addPlaceOfLife } from './migrations/0036-place-of-life.ts'
import { createRulesCanary } from './migrations/0037-rules-canary.ts'
import { createRulesDictionary } from './migrations/0038-rules-dictionary.ts'
import { createModeUpgrade } from './migrations/0039-mode-upgrade.ts'
import { createBackfill } from './migrations/0040-backfill.ts'
import { createNotices } from './migrations/0041-notices.ts'
import { createNoticeRecipients } from './migrations/0042-notice-recipients.ts'
import { createBulk } from './migrations/0044-bulk.ts'
import { addKeptMid } from './migrations/0043-kept-mid.ts'
import { addTriggerNotes } from './migrations/0045-trigger-notes.ts'
import { askByOfferedFile } from './migrations/0046-offered-files.ts'
import { createSyncActivity } from './migrations/0047-sync-activity.ts'
import type { Db } from './tables.ts'

/**
 * Every step that the schema has taken, oldest first; a step that has been released is never edited. Steps only add
 * what the release before can ignore, so that replicas of two releases can run side by side.
 */
export interface Migration {
  readonly id: string
  up(db: Db): Promise<void>
}

const firstSchema: Migration = {
  id: '0001-first-schema',
  async up(db) {
    await createNodeTables(db)
    await createConnectionTables(db)
    await createLaneTables(db)
  },
}

export const MIGRATIONS: readonly Migration[] = [
  firstSchema,
  { id: '0002-audit-tables', up: createAuditTables },
  { id: '0002-contact-table', up: createContactTable },
  { id: '0002-invitation-approval', up: addInvitationApproval },
  { id: '0003-key-rotation', up: createKeyRotationTable },
  { id: '0003-restore-epoch', up: createRestoreTables },
  { id: '0004-rekey', up: createRekeyTable },
  { id: '0003-connection-twin', up: addConnectionTwin },
  { id: '0005-licence', up: createLicenceTables },
  { id: '0005-job-trace', up: addJobTrace },
  { id: '0005-audit-subject', up: addAuditSubjectIndex },
  { id: '0005-connection-list', up: addConnectionList },
  { id: '0005-console', up: createConsoleTables },
  { id: '0006-hot-indexes', up: createHotIndexes },
  { id: '0006-node-settings', up: createNodeSettingTable },
  { id: '0007-open-invitations', up: indexOpenInvitations },
  { id: '0008-dead-lanes', up: indexDeadLanes },
  { id: '0009-invited-identities', up: addInvitedIdentities },
  { id: '0010-peer-bounds', up: addPeerBounds },
  { id: '0009-refused-redeems', up: addRefusedRedeems },
  { id: '0010-code-offers', up: addCodeOffers },
  { id: '0010-audit-proof', up: addAuditProof },
  { id: '0011-public-url', up: createPublicUrlTable },
  { id: '0012-told-address', up: addToldAddress },
  { id: '0013-api-base', up: addApiBase },
  { id: '0014-serial-queues', up: renameToSerialQueues },
  { id: '0015-words-of-the-field', up: renameToWordsOfTheField },
  { id: '0016-sync', up: createSyncTables },
  { id: '0017-instance-identity', up: addInstanceIdentity },
  { id: '0018-sync-items', up: addItemFacts },
  { id: '0019-console-roles', up: renameOperatorRole },
  { id: '0020-tracker-watch', up: createTrackerWatch },
  { id: '0020-redemption', up: unifyRedemptions },
  { id: '0021-item-status', up: renameToStatus },
  { id: '0022-wake-ups', up: addWakeUps },
  { id: '0023-held-retries', up: addHeldRetries },
  { id: '0024-files', up: createFileTables },
  { id: '0025-comparison', up: addComparison },
  { id: '0025-comment-history', up: addCommentHistory },
  { id: '0026-remote-key', up: addRemoteKey },
  { id: '0027-instance-calls', up: addInstanceCalls },
  { id: '0028-kept-messages', up: createKeptMessages },
  { id: '0029-drift-checks', up: createDriftTables },
  { id: '0030-rules-history', up: addRulesHistory },
  { id: '0031-script-steps', up: createScriptSteps },
  { id: '0032-unmapped-words', up: createUnmappedWords },
  { id: '0033-rules-author', up: addRulesAuthor },
  { id: '0034-sync-queue', up: indexSyncQueue },
  { id: '0035-rules-draft', up: createRulesDraft },
  { id: '0036-place-of-life', up: addPlaceOfLife },
  { id: '0037-rules-canary', up: createRulesCanary },
  { id: '0038-rules-dictionary', up: createRulesDictionary },
  { id: '0039-mode-upgrade', up: createModeUpgrade },
  { id: '0040-backfill', up: createBackfill },
  { id: '0041-notices', up: createNotices },
  { id: '0042-notice-recipients', up: createNoticeRecipients },
  { id: '0043-kept-mid', up: addKeptMid },
  { id: '0044-bulk', up: createBulk },
  { id: '0045-trigger-notes', up: addTriggerNotes },
  { id: '0046-offered-files', up: askByOfferedFile },
  { id: '0047-sync-activity', up: createSyncActivity },
]
