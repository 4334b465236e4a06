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
