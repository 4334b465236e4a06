/** What is being written and not published: of a connection and table one for all who write. */
export interface RulesDraftTable {
  connection_id: string
  table_name: string
  /** Another one after each change. */
  revision: string
  outgoing: string
  incoming: string
  query: string
  active: number
  /** Of COMMENT_HISTORIES. */
  history: string
  notes: string
  may_widen: number
  /** The versions that it began with. */
  outgoing_version: number
  incoming_version: number
  author: string
  /** Since then that author has written without a long pause. */
  started_at: number
  changed_at: number
}
