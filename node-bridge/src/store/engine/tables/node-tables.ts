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
export interface NodeSettingTable {
  name: string
  value: string
  changed_at: number
  changed_by: string
}

/** One row for each address that the node has had, with how many connections and codes the move concerned. */
export interface PublicUrlTable {
  seq: number
  url: string
  since: number
  connections: number
  revoked: number
}

/** One row for each life of the database: the first, and one for each time that a restored backup was noticed. */
export interface RestoreEpochTable {
  seq: number
  epoch: string
  began_at: number
  revoked: number
  /** JSON of where it lies, on a server; null where no host has looked yet. */
  place: string | null
}

/** How often each host has written down that the database went on; its own file holds the same number. */
export interface RestoreCounterTable {
  host: string
  counter: number
}
