import type { Selectable } from 'kysely'

import { orderedId } from '../../identifiers/ordered-id.ts'
import type { Db } from '../engine/tables.ts'
import type { CanaryPairTable } from '../engine/tables/canary-tables.ts'

/** `as_before`: it fails, and by the version of before it would as well. */
export type CanaryOutcome = 'running' | 'passed' | 'as_before' | 'failed'

export interface CanaryPair {
  readonly id: string
  readonly canaryId: string
  readonly itemId: string
  readonly place: number
  readonly outcome: CanaryOutcome
  readonly faultBefore: string | null
  readonly code: string | null
  readonly detailSealed: string | null
  /** What people call our record, or the other side's where there is none here. */
  readonly key: string | null
}

const OUTCOMES: readonly CanaryOutcome[] = ['running', 'passed', 'as_before', 'failed']

const pairOf = (
  row: Selectable<CanaryPairTable> & {
    readonly local_key: string | null
    readonly remote_key: string | null
  },
): CanaryPair => ({
  id: row.id,
  canaryId: row.canary_id,
  itemId: row.item_id,
  place: row.place,
  outcome: OUTCOMES.find((each) => each === row.outcome) ?? 'running',
  faultBefore: row.fault_before,
  code: row.code,
  detailSealed: row.detail_sealed,
  key: row.local_key ?? row.remote_key,
})

/** In the order in which they came. */
export async function listCanaryPairs(db: Db, canaryId: string): Promise<CanaryPair[]> {
  const rows = await db
    .selectFrom('canary_pair')
    .leftJoin('sync_pair', 'sync_pair.id', 'canary_pair.item_id')
    .selectAll('canary_pair')
    .select(['sync_pair.local_key', 'sync_pair.remote_key'])
    .where('canary_id', '=', canaryId)
    .orderBy('place')
    .execute()
  return rows.map(pairOf)
}

/** False where another replica has just taken the place, or the pair has one. */
export async function joinCanary(
  db: Db,
  {
    canaryId,
    itemId,
    place,
    faultBefore,
    at,
  }: Pick<CanaryPair, 'canaryId' | 'itemId' | 'place' | 'faultBefore'> & {
    readonly at: Date
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await db
    .insertInto('canary_pair')
    .values({
      id: orderedId(at),
      canary_id: canaryId,
      item_id: itemId,
      place,
      outcome: 'running',
      fault_before: faultBefore,
      code: null,
      detail_sealed: null,
      joined_at: at.getTime(),
      concluded_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return inserted === 1n
}

/** Those that have nothing to do any more, and of which nothing was learnt: they were ended, or their record is gone. */
export async function leaveCanary(db: Db, canaryId: string): Promise<void> {
  await db
    .deleteFrom('canary_pair')
    .where('canary_id', '=', canaryId)
    .where('outcome', '=', 'running')
    .where('item_id', 'not in', (select) =>
      select
        .selectFrom('sync_pair')
        .innerJoin('canary_pair as member', 'member.item_id', 'sync_pair.id')
        .select('sync_pair.id')
        .where('member.canary_id', '=', canaryId)
        .where(({ eb, or }) => or([eb('due_at', 'is not', null), eb('claim_token', 'is not', null)])),
    )
    .execute()
}

export async function concludeCanaryPair(
  transaction: Db,
  {
    id,
    outcome,
    code,
    detailSealed,
    at,
  }: Pick<CanaryPair, 'id' | 'outcome' | 'code' | 'detailSealed'> & { readonly at: Date },
): Promise<void> {
  await transaction
    .updateTable('canary_pair')
    .set({ outcome, code, detail_sealed: detailSealed, concluded_at: at.getTime() })
    .where('id', '=', id)
    .execute()
}

/** Of those of a connection that have ended only the numbers of their versions are kept. */
export async function forgetCanaryPairs(
  transaction: Db,
  { connectionId, table }: { readonly connectionId: string; readonly table: string },
): Promise<void> {
  await transaction
    .deleteFrom('canary_pair')
    .where('canary_id', 'in', (select) =>
      select
        .selectFrom('rules_canary')
        .select('id')
        .where('connection_id', '=', connectionId)
        .where('table_name', '=', table)
        .where('running_key', 'is', null),
    )
    .execute()
}
