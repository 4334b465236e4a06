/** A word that published rules could not translate. `path`: where they had it from; `word_sealed`: JSON, with the words they know. */
export interface UnmappedWordTable {
  /** A keyed hash of what the row is about. */
  id: string
  connection_id: string
  table_name: string
  direction: string
  kind: string
  path: string
  word_sealed: string
  met: number
  first_at: number
  last_at: number
}
