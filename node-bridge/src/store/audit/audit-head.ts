import type { Selectable } from 'kysely'

import { boundNumber } from '../engine/statements.ts'
import type { AuditHeadTable } from '../engine/tables/audit-tables.ts'
import type { Db } from '../engine/tables.ts'

/**
 * The newest place in the chain. `sealed`: everything else of it under the vault, null before the first start. `generation`: how
 * often the log was set going again; `sinceSeq`, `sinceHash`: the place after which the chain is vouched for since then.
 */
export interface AuditHead {
  readonly seq: number
  readonly hash: string
  readonly sealed: string | null
  readonly generation: number
  readonly sinceSeq: number
  readonly sinceHash: string | null
}

const headOf = (row: Selectable<AuditHeadTable>): AuditHead => ({
  seq: row.seq,
  hash: row.hash,
  sealed: row.head_sealed,
  generation: row.generation,
  sinceSeq: row.since_seq,
  sinceHash: row.since_hash,
})

export const readAuditHead = async (db: Db): Promise<AuditHead> =>
  headOf(await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow())

/** The head with what it is held against. `last`: undefined where nothing is chained; `hashAtSeen`: at the number that was asked for. */
export interface HeadInPlace {
  readonly head: AuditHead
  readonly last: { readonly seq: number; readonly hash: string } | undefined
  readonly hashAtSeen: string | null
}

/** One statement, so that no replica can chain between two looks. */
export async function readHeadInPlace(db: Db, seenSeq: number): Promise<HeadInPlace> {
  const last = db.selectFrom('audit_entry').where('seq', 'is not', null).orderBy('seq', 'desc').limit(boundNumber(1))
  const row = await db
    .selectFrom('audit_head')
    .selectAll()
    .select([
      last.select('seq').as('last_seq'),
      last.select('hash').as('last_hash'),
      db.selectFrom('audit_entry').where('seq', '=', seenSeq).select('hash').as('hash_at_seen'),
    ])
    .executeTakeFirstOrThrow()
  const { last_seq: seq, last_hash: hash, hash_at_seen: hashAtSeen } = row
  return { head: headOf(row), last: seq === null ? undefined : { seq: Number(seq), hash: hash ?? '' }, hashAtSeen }
}

/** Moves the head from where it was seen; false when another replica was faster. The `where` clause is the lock. */
export async function moveAuditHead(transaction: Db, seen: number, head: AuditHead): Promise<boolean> {
  const { numUpdatedRows: moved } = await transaction
    .updateTable('audit_head')
    .set({
      seq: head.seq,
      hash: head.hash,
      head_sealed: head.sealed,
      generation: head.generation,
      since_seq: head.sinceSeq,
      since_hash: head.sinceHash,
    })
    .where('seq', '=', seen)
    .executeTakeFirstOrThrow()
  return moved === 1n
}

/** The first seal, before there is an entry: without it a log that was emptied would look like one that is new. */
export async function sealFirstHead(transaction: Db, sealed: string): Promise<void> {
  await transaction
    .updateTable('audit_head')
    .set({ head_sealed: sealed })
    .where('seq', '=', 0)
    .where('head_sealed', 'is', null)
    .execute()
}
