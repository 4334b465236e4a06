/** What a published script names of the dictionary, and what differs since. */
export interface RulesDictionaryTable {
  connection_id: string
  table_name: string
  direction: string
  version: number
  /** JSON: the fields as they were when this version was first seen. */
  fields: string
  /** Of the fields as they were seen last. */
  seen_hash: string
  /** JSON. */
  warnings: string
  warning_count: number
  changed_at: number
}

/** A connection of Basic mode whose scripts people of this side write since. */
export interface ModeUpgradeTable {
  connection_id: string
  upgraded_at: number
  actor: string
}
