export {
  ENDED_PAIR_STATES,
  INBOUND_TRANSITIONS,
  OUTBOUND_TRANSITIONS,
  PAIR_STATES,
  PAIR_TRANSITIONS,
} from './pair-states.js'
export type { InboundPhase, OutboundPhase, PairState } from './pair-states.js'
export {
  COMPARISON_REASONS,
  COMPARISON_STATES,
  COMMENT_HISTORIES,
  CONNECT_OUTCOMES,
  ITEM_CAUSES,
  ITEM_EVENTS,
  ITEM_FILE_STATES,
  ITEM_FILTERS,
  ITEM_STATUSES,
  MESSAGE_KINDS,
  MESSAGE_REFUSALS,
  OUTCOMES,
  QUARANTINE_CLASSES,
  QUEUED_AS,
  QUEUE_FILTERS,
  STATUSES_OF,
  UNMAPPED_KINDS,
} from './words.js'
export type {
  ComparisonReason,
  ComparisonState,
  CommentHistory,
  ConnectOutcome,
  ItemCause,
  ItemEventName,
  ItemFileState,
  ItemFilter,
  ItemStatus,
  MessageKind,
  MessageRefusal,
  Outcome,
  QuarantineClass,
  UnmappedKind,
  QueueFilter,
} from './words.js'
export { BACKFILL_RATE, BACKFILL_STATES, BACKFILL_WAITS } from './backfill.js'
export type { BackfillState, BackfillWait } from './backfill.js'
export { BULK_FILTERS, BULK_STATES, BULK_STEPS } from './bulk.js'
export type { BulkFilter, BulkState, BulkStep } from './bulk.js'
export { DRIFT_VERDICTS } from './drift.js'
export { csvLine, isMapped, pairLines, PAIRS_HEAD, unmarkedCell } from './pairs-csv.js'
export { listPages } from './list-pages.js'
export { matchCandidates } from './match-candidates.js'
export type { Candidate, MatchedCandidates } from './match-candidates.js'
export type { DriftVerdict } from './drift.js'
export { OVERVIEW_HOURS } from './overview.js'
export { SYNC_LIMITS } from './limits.js'
export { quarantineClassOf } from './quarantine-class.js'
export { missingAccess } from './access.js'
export type { TableAccess } from './access.js'
export { BASIC_VERSIONS, SYNC_TEMPLATES, TEMPLATE_NAMES } from './templates.js'
export type { SyncTemplate, TemplateName } from './templates.js'
