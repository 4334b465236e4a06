import type { Generated } from 'kysely'

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
