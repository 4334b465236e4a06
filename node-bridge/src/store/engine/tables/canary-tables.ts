/** Rules that some pairs run before all do, and what came of it. */
export interface RulesCanaryTable {
  id: string
  connection_id: string
  table_name: string
  /** Connection and table while it runs; null afterwards. */
  running_key: string | null
  /** JSON: the versions that are tried, and those beside which they are. */
  rules: string
  of_pairs: number
  most_failures: number
  state: string
  began_at: number
  began_by: string
  ended_at: number | null
  ended_by: string | null
  /** 1: its pairs go on by what counts since it has ended. */
  is_settled: number
}

/** A pair that runs by them. */
export interface CanaryPairTable {
  id: string
  canary_id: string
  item_id: string
  /** From 1: no two pairs have the same, and none is beyond `of_pairs`. */
  place: number
  outcome: string
  /** What it waited for a person with when it began. */
  fault_before: string | null
  code: string | null
  detail_sealed: string | null
  joined_at: number
  concluded_at: number | null
}
