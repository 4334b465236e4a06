import type { Selectable } from 'kysely'

import { note, topic } from '../engine/after-commit-notifications.ts'
import { compiledOnce } from '../engine/compiled-once.ts'
import type { Db } from '../engine/tables.ts'
import type { SyncPairTable } from '../engine/tables/sync-tables.ts'

/** A sync pair as it is kept; what `pair` says is nobody's affair here. */
export interface StoredPair {
  readonly id: string
  readonly connectionId: string
  readonly pairId: string
  readonly table: string
  readonly recordId: string | null
  readonly version: number
  readonly state: string
  /** Code of what one of its directions waits for a person with. */
  readonly fault: string | null
  readonly pair: unknown
  readonly outboundSealed: string | null
  readonly inboundSealed: string | null
  readonly dueAt: Date | null
  readonly failures: number
  readonly sendAt: Date | null
  /** What people call our record, and where they open it; null while nobody knows. */
  readonly localKey: string | null
  readonly localUrl: string | null
  /** What people call the other side's record. */
  readonly remoteKey: string | null
  /** One word of ITEM_STATUSES. */
  readonly status: string
  readonly lastOutAt: Date | null
  readonly lastInAt: Date | null
  /** Where and how a script failed. */
  readonly faultSealed: string | null
  /** The people of the tracker do not see it as it is. */
  readonly isReportDue: boolean
  /** The other side's whole state has still to be compared with our record. */
  readonly isToCompare: boolean
  readonly createdAt: Date
  /** When what is said here last changed. */
  readonly changedAt: Date
}

/** Something of this connection's pairs is due: here, or at the other side. */
export interface SyncDue {
  readonly connectionId: string
  readonly isHere: boolean
  readonly isThere: boolean
}
export const SYNC_DUE = topic<SyncDue>('work of sync that is due')

const dateOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms))

export const storedPairOf = (row: Selectable<SyncPairTable>): StoredPair => ({
  id: row.id,
  connectionId: row.connection_id,
  pairId: row.pair_id,
  table: row.table_name,
  recordId: row.record_id,
  version: row.version,
  state: row.state,
  fault: row.fault,
  pair: JSON.parse(row.pair) as unknown,
  outboundSealed: row.outbound_sealed,
  inboundSealed: row.inbound_sealed,
  dueAt: dateOf(row.due_at),
  failures: row.failures,
  sendAt: dateOf(row.send_at),
  localKey: row.local_key,
  localUrl: row.local_url,
  remoteKey: row.remote_key,
  status: row.status,
  lastOutAt: dateOf(row.last_out_at),
  lastInAt: dateOf(row.last_in_at),
  faultSealed: row.fault_sealed,
  isReportDue: row.report_due === 1,
  isToCompare: row.to_compare === 1,
  createdAt: new Date(row.created_at),
  changedAt: new Date(row.changed_at),
})

const columnsOf = (stored: StoredPair) => ({
  table_name: stored.table,
  record_id: stored.recordId,
  state: stored.state,
  fault: stored.fault,
  pair: JSON.stringify(stored.pair),
  outbound_sealed: stored.outboundSealed,
  inbound_sealed: stored.inboundSealed,
  due_at: stored.dueAt?.getTime() ?? null,
  failures: stored.failures,
  send_at: stored.sendAt?.getTime() ?? null,
  local_key: stored.localKey,
  local_url: stored.localUrl,
  remote_key: stored.remoteKey,
  status: stored.status,
  last_out_at: stored.lastOutAt?.getTime() ?? null,
  last_in_at: stored.lastInAt?.getTime() ?? null,
  fault_sealed: stored.faultSealed,
  report_due: stored.isReportDue ? 1 : 0,
  to_compare: stored.isToCompare ? 1 : 0,
})

const noteWork = (transaction: Db, { connectionId, dueAt, sendAt }: StoredPair): void =>
  note(transaction, SYNC_DUE, { connectionId, isHere: dueAt !== null, isThere: sendAt !== null })

const pairById = compiledOnce((db, { id }: { id: string }) =>
  db.selectFrom('sync_pair').selectAll().where('id', '=', id),
)

export async function findStoredPair(db: Db, id: string): Promise<StoredPair | undefined> {
  const [row] = (await pairById(db, { id })).rows
  return row && storedPairOf(row)
}

const pairByName = compiledOnce((db, { connectionId, pairId }: { connectionId: string; pairId: string }) =>
  db.selectFrom('sync_pair').selectAll().where('connection_id', '=', connectionId).where('pair_id', '=', pairId),
)

export async function findPairByName(db: Db, connectionId: string, pairId: string): Promise<StoredPair | undefined> {
  const [row] = (await pairByName(db, { connectionId, pairId })).rows
  return row && storedPairOf(row)
}

const pairsOfRecord = compiledOnce((db, { table, recordId }: { table: string; recordId: string }) =>
  db.selectFrom('sync_pair').selectAll().where('table_name', '=', table).where('record_id', '=', recordId),
)

/** A record is in one pair of each connection at most. */
export async function findPairsOfRecord(db: Db, table: string, recordId: string): Promise<StoredPair[]> {
  return (await pairsOfRecord(db, { table, recordId })).rows.map(storedPairOf)
}

const pairsOfRemote = compiledOnce((db, { connectionId, remoteKey }: { connectionId: string; remoteKey: string }) =>
  db.selectFrom('sync_pair').selectAll().where('connection_id', '=', connectionId).where('remote_key', '=', remoteKey),
)

/** Those whose record at the other side is called so. */
export async function findPairsOfRemote(db: Db, connectionId: string, remoteKey: string): Promise<StoredPair[]> {
  return (await pairsOfRemote(db, { connectionId, remoteKey })).rows.map(storedPairOf)
}

/** False where the pair, or a pair of this record and connection, is there already; nothing is written then. */
export async function insertPair(transaction: Db, stored: StoredPair): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await transaction
    .insertInto('sync_pair')
    .values({
      id: stored.id,
      connection_id: stored.connectionId,
      pair_id: stored.pairId,
      version: 1,
      claim_token: null,
      claim_until: null,
      created_at: stored.createdAt.getTime(),
      changed_at: stored.createdAt.getTime(),
      ...columnsOf(stored),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (inserted === 1n) noteWork(transaction, stored)
  return inserted === 1n
}

type Writing = ReturnType<typeof columnsOf> & { readonly id: string; readonly was: number; readonly changed_at: number }

const replacement = compiledOnce((db, { id, was, ...columns }: Writing) =>
  db
    .updateTable('sync_pair')
    .set((expression) => ({ ...columns, version: expression('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', was),
)

/** False when somebody has written it since it was read; nothing is written then. */
export async function replacePair(transaction: Db, stored: StoredPair, now: Date): Promise<boolean> {
  const writing = { ...columnsOf(stored), id: stored.id, was: stored.version, changed_at: now.getTime() }
  const { numAffectedRows: updated } = await replacement(transaction, writing)
  if (updated === 1n) noteWork(transaction, stored)
  return updated === 1n
}
