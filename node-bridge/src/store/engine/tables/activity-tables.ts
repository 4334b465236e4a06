/** How many changes of a connection have moved in an hour; each replica adds what it has counted. */
export interface SyncActivityTable {
  connection_id: string
  /** When the hour began. */
  hour_at: number
  /** Of ACTIVITY_KINDS. */
  kind: string
  /** They took at most so long; 0: not known. */
  up_to_ms: number
  count: number
}

/** When something of a connection last moved. */
export interface SyncLastActivityTable {
  connection_id: string
  moved_at: number
}
