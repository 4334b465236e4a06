import { type Selectable, sql } from 'kysely'

import { compiledOnce } from '../engine/compiled-once.ts'
import { boundNumber } from '../engine/statements.ts'
import type { AuditEntryTable } from '../engine/tables/audit-tables.ts'
import type { Db } from '../engine/tables.ts'

/** From where a change came: by which door, from which address, in which request. */
export interface Origin {
  /** The audience of the operation, or `node` where no call from outside is at work. */
  readonly caller: 'public' | 'node' | 'instance' | 'operator' | 'console' | 'self'
  /** The address of who called; `node` for the node's own work. */
  readonly source: string
  readonly requestId: string | null
}

/** An entry as it is stored: what happened and where it came from. */
export interface AuditEntry extends Origin {
  readonly id: string
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly subject: string | null
  /** Canonical JSON. */
  readonly details: string
}

/** An entry in its place: `hash` covers the entry, its number and the hash before. */
export interface ChainedEntry extends AuditEntry {
  readonly seq: number
  readonly previousHash: string
  readonly hash: string
}

/** A row as it is found: whoever changed the database by hand may have emptied its place in the chain. */
export interface FoundEntry extends AuditEntry {
  readonly seq: number
  readonly previousHash: string | null
  readonly hash: string | null
}

const entryOf = (row: Selectable<AuditEntryTable>): AuditEntry => ({
  id: row.id,
  at: new Date(row.at),
  actor: row.actor,
  caller: row.caller as Origin['caller'],
  source: row.source,
  requestId: row.request_id,
  action: row.action,
  subject: row.subject,
  details: row.details,
})

const insertion = compiledOnce((db, row: AuditEntryTable) => db.insertInto('audit_entry').values(row))

export async function insertAuditEntry(db: Db, entry: AuditEntry, proof: string | null): Promise<void> {
  const { at, requestId, ...rest } = entry
  const unplaced = { seq: null, previous_hash: null, hash: null, proof }
  await insertion(db, { ...rest, at: at.getTime(), request_id: requestId, ...unplaced })
}

/** An entry without a place, with what its writer has left to prove it. */
export interface WaitingEntry extends AuditEntry {
  readonly proof: string | null
}

/** Entries that have no place in the chain yet, in the order in which they will get one, behind the id `after`. */
export async function listUnchained(db: Db, limit: number, after = ''): Promise<WaitingEntry[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('seq', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(boundNumber(limit))
    .execute()
  return rows.map((row) => ({ ...entryOf(row), proof: row.proof }))
}

/** Proves rows that an earlier release, or an operator who looked at them, answers for. */
export async function proveWaiting(transaction: Db, id: string, proof: string): Promise<void> {
  await transaction.updateTable('audit_entry').set({ proof }).where('id', '=', id).where('seq', 'is', null).execute()
}

/** Undefined for a log without a chained entry. */
export async function readLastPlace(db: Db): Promise<{ readonly seq: number; readonly hash: string } | undefined> {
  const row = await db
    .selectFrom('audit_entry')
    .select(['seq', 'hash'])
    .where('seq', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { seq: row.seq ?? 0, hash: row.hash ?? '' }
}

export async function countUnchained(db: Db): Promise<number> {
  const { waiting } = await db
    .selectFrom('audit_entry')
    .select(sql<number>`count(*)`.as('waiting'))
    .where('seq', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(waiting)
}

/** Entries after `seq`, by their number. */
export async function listChained(db: Db, after: number, limit: number): Promise<FoundEntry[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(foundOf)
}

/** Entries about one subject before `before`, newest first. */
export async function listChainedOf(
  db: Db,
  subject: string,
  before: number | undefined,
  limit: number,
): Promise<FoundEntry[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('subject', '=', subject)
    .where('seq', '<', before ?? Number.MAX_SAFE_INTEGER)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map(foundOf)
}

const foundOf = (row: Selectable<AuditEntryTable>): FoundEntry => ({
  ...entryOf(row),
  seq: row.seq ?? 0,
  previousHash: row.previous_hash,
  hash: row.hash,
})

/** Gives each entry its place: one statement for all of them, which both databases understand. */
export async function placeEntries(transaction: Db, entries: readonly ChainedEntry[]): Promise<void> {
  const places = entries.map(
    ({ id, seq, previousHash, hash }) => sql`(${id}, ${boundNumber(seq)}, ${previousHash}, ${hash})`,
  )
  await sql`with place (id, seq, previous_hash, hash) as (values ${sql.join(places)})
    update audit_entry set seq = place.seq, previous_hash = place.previous_hash, hash = place.hash
    from place where audit_entry.id = place.id and audit_entry.seq is null`.execute(transaction)
}
