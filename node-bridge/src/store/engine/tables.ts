import type { Generated, Kysely } from 'kysely'

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
  serial_queue: SerialQueueTable
  sync_trigger: SyncTriggerTable
  rules_version: RulesVersionTable
  sync_pair: SyncPairTable
  item_event: ItemEventTable
  job: JobTable
}

/** A database or a transaction on it. Inside a transaction only the transaction is used: SQLite has a single writer. */
export type Db = Kysely<Tables>

export interface SchemaMigrationTable {
  id: string
  applied_at: number
}

/** One row: who this node is. */
export interface NodeTable {
  id: number
  instance_uid: string
  identity_x: string
  identity_sealed: string
  licence_kind: string
  licence_ends_at: number
  first_started_at: number
  /** Under which the states of records are hashed; null until the first one is. */
  sync_key_sealed: string | null
}

/** One row for each setting that was changed while the node ran; `value` is JSON. */
export interface PublicUrlTable {
  seq: number
  url: string
  since: number
  connections: number
  revoked: number
}

export interface NodeSettingTable {
  name: string
  value: string
  changed_at: number
  changed_by: string
}

/** Every licence that was ever installed; the token proves itself. */
export interface LicenceTable {
  id: string
  token: string
  installed_at: number
  installed_by: string
}

/** One row: where the evaluation began, and the latest time that was ever seen. */
export interface LicenceClockTable {
  id: number
  evaluation_from: number
  seen_at: number
}

/** One row at most: the instance that this node serves. */
export interface PairingTable {
  id: number
  instance_url: string
  api_base: string
  instance_name: string
  instance_version: string
  app_version: string
  token_hash: string
  callback_key_sealed: string
  paired_by: string
  paired_at: number
  last_callback_at: number | null
  last_callback_code: string | null
  last_callback_detail: string | null
  clock_difference_ms: number | null
  instance_id: string | null
  copy_url: string | null
  copy_refused_at: number | null
}

export interface PairingCodeTable {
  secret_hash: string
  issued_at: number
  expires_at: number
  used_at: number | null
  used_token_hash: string | null
}

export interface ConnectionTable {
  id: string
  request_id: string | null
  /** The id by which both sides call the connection: the source's own. */
  shared_id: string | null
  revision: number
  side: string
  state: string
  /** 1 once the connection no longer holds its name. */
  ended: number
  reason: string | null
  name: string
  /** The name as it is compared: no two connections that have not ended share it. */
  name_key: string
  /** Everything that a search looks at; null where an older release wrote the row. */
  search_key: string | null
  local_short_name: string
  remote_short_name: string
  description: string
  mode: string
  destination_url: string | null
  /** The other end, where both are on this node. */
  peer_connection_id: string | null
  remote: string
  remote_identity_thumbprint: string | null
  invitation_id: string | null
  local_key_x: string | null
  local_key_sealed: string | null
  remote_key_x: string | null
  rest_version: string | null
  confirm_by: number | null
  created_at: number
  updated_at: number
  activated_at: number | null
  last_contact_at: number | null
  /** JSON: who held the code and was refused; bounded. Null: nobody. */
  refused_redeems: string | null
}

/** At the source: the public facts of a code. The code itself and its private key are nowhere. */
export interface InvitationTable {
  id: string
  connection_id: string
  /** `connect` or `rekey`. */
  purpose: string
  state: string
  key_x: string
  code_hash: string
  invited_instance_uid: string | null
  /** JSON: thumbprints of the identity keys of which one has to redeem the code. */
  invited_identities: string | null
  issued_at: number
  expires_at: number
  redeemed_by: string | null
  /** 1 when the source's admin decides after the redeem. */
  approval: number
  redeemed_at: number | null
  /** Why it was revoked, where its holder has to know. */
  end_reason: string | null
}

/**
 * An accepted code, and this side's new key. `invitation_sealed` holds the invitation key and is wiped when the answer is
 * final; until then the redemption waits, and of each connection one does at most. The key goes to the connection with the grant.
 */
export interface RedemptionTable {
  invitation_id: string
  connection_id: string
  /** `connect`: it has made the connection. `rekey`: it renews the keys of one that this side has. */
  purpose: string
  invitation_sealed: string | null
  key_x: string | null
  key_sealed: string | null
  issued_at: number
  expires_at: number
  invited_instance_uid: string | null
  accepted_at: number
  attempts: number
  /** The codes of one connection of the source share the first, and the newer one has the higher second. */
  offer_id: string | null
  offer_number: number | null
}

/** One row for each revision of a connection; append-only. */
export interface HandshakeEventTable {
  id: string
  connection_id: string
  revision: number
  at: number
  event: string
  detail: string
  actor: string
}

/** One row for each connection that has spoken: what changes too often for a revision of the connection. */
export interface ContactTable {
  connection_id: string
  /** Pauses and resumes of this side, together. */
  pauses: number
  /** The highest number of pauses that the peer has sent. */
  acknowledged: number
  health: string | null
  failures: number
  unknown_answers: number
  last_contact_at: number | null
  /** Until when the changes are paid for that the peer has brought about. */
  changes_paid_until: number | null
  /** An address that the peer has reported and that has not answered yet, the highest time of one, and until when these are paid for. */
  reported_url: string | null
  reported_since: number | null
  moves_paid_until: number | null
}

/** Append-only. The last three are null until the entry has its place in the chain, and are written once. */
export interface AuditEntryTable {
  id: string
  at: number
  actor: string
  caller: string
  source: string
  request_id: string | null
  action: string
  subject: string | null
  details: string
  seq: number | null
  previous_hash: string | null
  hash: string | null
  /** Of the node that wrote it, over everything but its place; null where an older release wrote the row. */
  proof: string | null
}

/** One row: the newest place in the chain. */
export interface AuditHeadTable {
  id: number
  seq: number
  hash: string
  head_sealed: string | null
  generation: Generated<number>
  since_seq: Generated<number>
  since_hash: string | null
}

export interface SpentRequestTable {
  id: string
  expires_at: number
}

/**
 * One row for each time this side of a connection has replaced its key, the newest ones: the chain by which a peer that was
 * restored catches up. Of the peer the newest alone: its key before is still taken for a while.
 * `owner`: whose key it is, `local` or `remote`. `key_sealed`: the new private key until the peer has acknowledged it.
 */
export interface KeyRotationTable {
  connection_id: string
  owner: string
  seq: number
  previous_x: string
  x: string
  key_sealed: string | null
  statement: string
  state: string
  at: number
  previous_until: number | null
  /** Thumbprint of the key before; null for keys of this side, and where an older release wrote the row. */
  previous_kid: string | null
  /** Until when the rotations so far are paid for. */
  paid_until: number | null
}

/** One row for each life of the database: the first, and one for each time that a restored backup was noticed. */
export interface RestoreEpochTable {
  seq: number
  epoch: string
  began_at: number
  revoked: number
}

/** How often each host has written down that the database went on; its own file holds the same number. */
export interface RestoreCounterTable {
  host: string
  counter: number
}

/** Who may sign in at the bridge's own console. `password_sealed`: a salted hash under the vault. */
export interface ConsoleUserTable {
  id: string
  name: string
  /** The name as it is compared. */
  name_key: string
  role: string
  disabled: number
  password_sealed: string | null
  created_at: number
  last_sign_in_at: number | null
}

export interface ConsoleSessionTable {
  token_hash: string
  user_id: string
  started_at: number
  last_seen_at: number
  ends_at: number
  address: string
  browser: string
}

/** A link that is spent is gone. */
export interface ConsoleLinkTable {
  token_hash: string
  user_id: string
  expires_at: number
}

/** One row at most: what this side is, where no instance is paired. */
export interface TrackerTable {
  id: number
  kind: string
  url: string
  name: string
}

/** `state`: idle (no job), ready (its head runs from `run_at`), leased (until `lease_until`, to who holds the token). */
export interface SerialQueueTable {
  queue: string
  queue_key: string
  state: string
  last_seq: number
  head_id: string | null
  run_at: number
  lease_token: string | null
  lease_until: number | null
}

export interface JobTable {
  id: string
  queue: string
  queue_key: string
  /** Order inside the serial queue, taken while the serial queue's row is held: it follows the order of commits. */
  seq: number
  state: string
  payload: string
  run_at: number
  attempts: number
  last_error: string | null
  created_at: number
  /** W3C trace context of who enqueued it; null where tracing is off, or where the job waits for a clock. */
  traceparent: string | null
}

/** Which records of a table begin a pair. */
export interface SyncTriggerTable {
  id: string
  connection_id: string
  table_name: string
  query: string
  active: number
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
  /** Where the pair stands, in one word of ITEM_STATUSES. */
  status: string
  /** When a change last went out, and when one of the other side was last applied. */
  last_out_at: number | null
  last_in_at: number | null
  /** Where and how a script failed; it may quote the record. */
  fault_sealed: string | null
  /** 1: the people of the tracker do not see it as it is. */
  report_due: number
  created_at: number
  changed_at: number
}

/** 1 and 0; null: not said yet. */
export interface SyncReadinessTable {
  connection_id: string
  /** What this side has said last. */
  said: number | null
  peer: number | null
}

/** One row: which replica watches the tracker, and how far its scans have come. */
export interface TrackerWatchTable {
  id: number
  token: string | null
  until: number
  /** JSON, in the tracker's own form. */
  marks: string
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
