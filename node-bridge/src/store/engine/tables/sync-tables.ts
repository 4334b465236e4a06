import type { Generated } from 'kysely'

/** Which records of a table begin a pair. */
export interface SyncTriggerTable {
  id: string
  connection_id: string
  table_name: string
  query: string
  active: number
  /** Of COMMENT_HISTORIES. */
  history: string
  notes: string
  changed_at: number
  changed_by: string
}

/** A published script: of the versions of one direction the highest counts. `code`: the source without its types. */
export interface RulesVersionTable {
  connection_id: string
  table_name: string
  direction: string
  version: number
  source: string
  code: string
  /** 1: internal entries may become visible. */
  may_widen: number
  published_at: number
  published_by: string
  /** Why, in the words of whoever published it. */
  note: Generated<string>
}

/** What a version has done; each replica adds what it has counted. */
export interface RulesTallyTable {
  connection_id: string
  table_name: string
  direction: string
  version: number
  runs: number
  writes: number
  failures: number
  first_at: number
  last_at: number
}

/** Where two linked records stand, PROTOCOL.md §11.1. Both ends of a local connection have a row each. */
export interface SyncPairTable {
  id: string
  connection_id: string
  /** The id that both sides use. */
  pair_id: string
  table_name: string
  /** Our record; null until it is known which one that is. */
  record_id: string | null
  /** Raised by each write: who has read a row writes it only while nobody else did. */
  version: number
  state: string
  /** Code of what one of its directions waits for a person with. */
  fault: string | null
  /** JSON, without contents. */
  pair: string
  /** The texts of the message that goes out and of the one that came in. */
  outbound_sealed: string | null
  inbound_sealed: string | null
  /** When there is something to do here, and who does it. */
  due_at: number | null
  failures: number
  claim_token: string | null
  claim_until: number | null
  /** When the other side has to receive something. */
  send_at: number | null
  /** What people call our record, and where they open it. */
  local_key: string | null
  local_url: string | null
  /** What people call the other side's record; null while nobody knows. */
  remote_key: string | null
  /** Where the pair stands, in one word of ITEM_STATUSES. */
  status: string
  /** When a change last went out, and when one of the other side was last applied. */
  last_out_at: number | null
  last_in_at: number | null
  /** Where and how a script failed; it may quote the record. */
  fault_sealed: string | null
  /** 1: the people of the tracker do not see it as it is. */
  report_due: number
  /** 1: one side has lost its memory, and the other side's whole state has still to be compared with our record. */
  to_compare: Generated<number>
  created_at: number
  changed_at: number
}

/** 1 and 0; null: not said yet. */
export interface SyncReadinessTable {
  connection_id: string
  /** What this side has said last. */
  said: number | null
  peer: number | null
  /** The lowest epoch that a pair of the other side has, as it has said. */
  peer_epoch: number | null
}

/** One side has lost its memory of a connection's pairs: what both have is compared before anything is overwritten. */
export interface ComparisonTable {
  connection_id: string
  reason: string
  /** The other side's epoch from which on its pairs are new; null: ours is. */
  peer_epoch: number | null
  state: string
  began_at: number
  /** The last pair that began anew, and how many have. */
  after_id: string
  total: number
  /** How many pairs were not compared when that last changed, and when. */
  open_count: number
  moved_at: number
  decided_at: number | null
  decided_by: string | null
}

/** One row: which replica watches the tracker, and how far its scans have come. */
export interface TrackerWatchTable {
  id: number
  token: string | null
  until: number
  /** JSON, in the tracker's own form. */
  marks: string
  /** How often a replica that does not watch was called for the one that does. */
  wake_ups: Generated<number>
}

/** Append-only: what happened to a pair, without contents. */
export interface ItemEventTable {
  id: string
  item_id: string
  at: number
  event: string
  /** JSON. */
  details: string
}

/** Pairs in quarantine that are being tried again; the row goes with the last of them. */
export interface HeldRetryTable {
  id: string
  connection_id: string
  /** Those of one table only, where rules were published for it; null: of any. */
  table_name: string | null
  /** Of the rules that were published; null: a person wants it. */
  direction: string | null
  /** Those that wait with this code only; null: with any. */
  cause: string | null
  actor: string | null
  /** The last pair that was tried. */
  after_id: string
  done: number
  /** When it began. */
  total: number
}

/** A message that both sides are through with. `direction`: `in` or `out`. */
export interface KeptMessageTable {
  /** Begins with the time. */
  id: string
  item_id: string
  direction: string
  /** Null where an older release kept it. */
  mid: string | null
  at: number
  text_sealed: string
}

/** What a script has done in the world for the message that waits in a pair. */
export interface ScriptStepTable {
  id: string
  item_id: string
  at: number
  answer_sealed: string | null
}

/** How far a check of what both sides hold has come. `counts`: JSON. */
export interface DriftCheckTable {
  connection_id: string
  state: string
  began_at: number
  began_by: string
  moved_at: number
  after_id: string
  total: number
  counts: string
  problem: string | null
}

/** A pair that the last check has not found equal. `paths`: JSON. */
export interface DriftPairTable {
  item_id: string
  connection_id: string
  verdict: string
  paths: string
}
