import type { Kysely } from 'kysely'

import type { SyncActivityTable, SyncLastActivityTable } from './tables/activity-tables.ts'
import type { AuditEntryTable, AuditHeadTable } from './tables/audit-tables.ts'
import type {
  ConnectionTable,
  ContactTable,
  HandshakeEventTable,
  KeyRotationTable,
} from './tables/connection-tables.ts'
import type { CanaryPairTable, RulesCanaryTable } from './tables/canary-tables.ts'
import type { ModeUpgradeTable, RulesDictionaryTable } from './tables/dictionary-tables.ts'
import type { ConsoleLinkTable, ConsoleSessionTable, ConsoleUserTable } from './tables/console-tables.ts'
import type { BlobPartTable, BlobTable, PairFileTable } from './tables/file-tables.ts'
import type { InvitationTable, RedemptionTable, SpentRequestTable } from './tables/handshake-tables.ts'
import type { PairingCodeTable, PairingTable, TrackerTable } from './tables/instance-tables.ts'
import type { JobTable, SerialQueueTable } from './tables/job-tables.ts'
import type { LicenceClockTable, LicenceTable } from './tables/licence-tables.ts'
import type {
  NoticeDeliveryTable,
  NoticeRecipientTable,
  NoticeTable,
  NoticeWatchTable,
} from './tables/notice-tables.ts'
import type {
  NodeSettingTable,
  NodeTable,
  PublicUrlTable,
  RestoreCounterTable,
  RestoreEpochTable,
} from './tables/node-tables.ts'
import type {
  HeldRetryTable,
  KeptMessageTable,
  ScriptStepTable,
  DriftCheckTable,
  DriftPairTable,
  ItemEventTable,
  RulesTallyTable,
  RulesVersionTable,
  SyncPairTable,
  ComparisonTable,
  SyncReadinessTable,
  SyncTriggerTable,
  TrackerWatchTable,
} from './tables/sync-tables.ts'
import type { BackfillTable } from './tables/backfill-tables.ts'
import type { BulkTable } from './tables/bulk-tables.ts'
import type { RulesDraftTable } from './tables/draft-tables.ts'
import type { UnmappedWordTable } from './tables/word-tables.ts'

/**
 * One schema for both databases, in the subset they share: text, integers, JSON as text. Columns that end in `_at`,
 * `_until` and `_by` hold milliseconds since 1970; what ends in `_sealed` is opened by the vault only.
 */
export interface Tables {
  schema_migration: SchemaMigrationTable
  node: NodeTable
  node_setting: NodeSettingTable
  public_url: PublicUrlTable
  licence: LicenceTable
  licence_clock: LicenceClockTable
  pairing: PairingTable
  pairing_code: PairingCodeTable
  connection: ConnectionTable
  invitation: InvitationTable
  redemption: RedemptionTable
  handshake_event: HandshakeEventTable
  audit_entry: AuditEntryTable
  audit_head: AuditHeadTable
  contact: ContactTable
  spent_request: SpentRequestTable
  key_rotation: KeyRotationTable
  restore_epoch: RestoreEpochTable
  restore_counter: RestoreCounterTable
  console_user: ConsoleUserTable
  console_session: ConsoleSessionTable
  console_link: ConsoleLinkTable
  tracker: TrackerTable
  tracker_watch: TrackerWatchTable
  sync_readiness: SyncReadinessTable
  comparison: ComparisonTable
  serial_queue: SerialQueueTable
  sync_trigger: SyncTriggerTable
  rules_version: RulesVersionTable
  rules_draft: RulesDraftTable
  rules_tally: RulesTallyTable
  rules_dictionary: RulesDictionaryTable
  mode_upgrade: ModeUpgradeTable
  rules_canary: RulesCanaryTable
  canary_pair: CanaryPairTable
  sync_pair: SyncPairTable
  item_event: ItemEventTable
  sync_activity: SyncActivityTable
  sync_last_activity: SyncLastActivityTable
  held_retry: HeldRetryTable
  bulk: BulkTable
  kept_message: KeptMessageTable
  script_step: ScriptStepTable
  drift_check: DriftCheckTable
  drift_pair: DriftPairTable
  backfill: BackfillTable
  unmapped_word: UnmappedWordTable
  pair_file: PairFileTable
  blob: BlobTable
  blob_part: BlobPartTable
  notice: NoticeTable
  notice_delivery: NoticeDeliveryTable
  notice_watch: NoticeWatchTable
  notice_recipient: NoticeRecipientTable
  job: JobTable
}

/** A database or a transaction on it. Inside a transaction only the transaction is used: SQLite has a single writer. */
export type Db = Kysely<Tables>

export interface SchemaMigrationTable {
  id: string
  applied_at: number
}
