/** One step with many pairs. `unmoved_since`: it means those to which nothing has happened since. `after_*`: the last pair that it came to. */
export interface BulkTable {
  /** Begins with the time. */
  id: string
  step: string
  state: string
  filter: string
  connection_id: string | null
  table_name: string | null
  cause: string | null
  unmoved_since: number
  after_at: number | null
  after_id: string | null
  total: number
  seen: number
  changed: number
  began_at: number
  began_by: string
  moved_at: number
}
