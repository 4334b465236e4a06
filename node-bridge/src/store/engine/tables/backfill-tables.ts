/** How far bringing in records of before the trigger has come. `query`: as the trigger said when it began. `wait_*`: why it does not go on. */
export interface BackfillTable {
  connection_id: string
  table_name: string
  query: string
  state: string
  per_minute: number
  began_at: number
  began_by: string
  moved_at: number
  next_at: number
  ended_by: string | null
  after_id: string
  total: number
  seen: number
  opened: number
  wait_reason: string | null
  wait_code: string | null
  wait_until: number | null
}
