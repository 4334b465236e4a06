import { ENDED_PAIR_STATES } from '@accord/shared/sync'
import { sql } from 'kysely'

import { compiledOnce } from '../engine/compiled-once.ts'
import type { Db } from '../engine/tables.ts'
import { type StoredPair, storedPairOf } from './sync-pairs.ts'

const reportDue = compiledOnce((db, { limit }: { limit: number }) =>
  db
    .selectFrom('sync_pair')
    .selectAll()
    .where('report_due', '=', sql.lit(1))
    .where('record_id', 'is not', null)
    .orderBy('id')
    .limit(limit),
)

/** Pairs that the people of the tracker do not see as they are. */
export async function listReportDue(db: Db, limit: number): Promise<StoredPair[]> {
  return (await reportDue(db, { limit })).rows.map(storedPairOf)
}

const reported = compiledOnce((db, { id, version }: Pick<StoredPair, 'id' | 'version'>) =>
  db
    .updateTable('sync_pair')
    .set({ report_due: sql.lit(0) })
    .where('id', '=', id)
    .where('version', '=', version),
)

/** They see this version of the pair; where it was written meanwhile it is reported once more. */
export const noteReported = async (db: Db, { id, version }: Pick<StoredPair, 'id' | 'version'>): Promise<void> =>
  void (await reported(db, { id, version }))

const paired = compiledOnce((db, { after, limit }: { after: string; limit: number }) =>
  db
    .selectFrom('sync_pair')
    .select(['id', 'table_name', 'record_id'])
    .where('id', '>', after)
    .where('record_id', 'is not', null)
    .where(
      'state',
      'not in',
      ENDED_PAIR_STATES.map((state) => sql.lit(state)),
    )
    .orderBy('id')
    .limit(limit),
)

/** A pair that has ended lets go of its record: it may be the half of another one. */
export async function releaseRecord(transaction: Db, pairRow: string): Promise<void> {
  await transaction
    .updateTable('sync_pair')
    .set((expression) => ({ record_id: null, version: expression('version', '+', 1) }))
    .where('id', '=', pairRow)
    .where(
      'state',
      'in',
      ENDED_PAIR_STATES.map((state) => sql.lit(state)),
    )
    .execute()
}

/** Which of these records are in a pair of the connection that has not ended. */
export async function findOpenlyPairedIds(
  db: Db,
  { connectionId, table }: { readonly connectionId: string; readonly table: string },
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('sync_pair')
    .select('record_id')
    .where('table_name', '=', table)
    .where('record_id', 'in', ids)
    .where('connection_id', '=', connectionId)
    .where('state', 'not in', ENDED_PAIR_STATES)
    .execute()
  return new Set(rows.flatMap(({ record_id: id }) => (id === null ? [] : [id])))
}

export interface PairedRecord {
  readonly pairRow: string
  readonly table: string
  readonly recordId: string
}

/** Records of pairs that have not ended, in the order of their pairs. `after`: the last pair of the page before. */
export async function listPairedRecords(db: Db, after: string, limit: number): Promise<PairedRecord[]> {
  const { rows } = await paired(db, { after, limit })
  return rows.map(({ id, table_name: table, record_id: recordId }) => ({
    pairRow: id,
    table,
    recordId: recordId ?? '',
  }))
}
