import type { Selectable, SelectQueryBuilder } from 'kysely'

import { boundNumber } from '../engine/statements.ts'
import type { Tables } from '../engine/tables.ts'
import { type StoredPair, storedPairOf } from './sync-pairs.ts'

/** Where a page ended. */
export interface ItemPlace {
  readonly changedAt: number
  readonly id: string
}

export interface PairPage {
  readonly pairs: readonly StoredPair[]
  readonly next: ItemPlace | undefined
}

type PairQuery = SelectQueryBuilder<Tables, 'sync_pair', Selectable<Tables['sync_pair']>>

/** Of these pairs a page, those that changed last first. One more than it holds says that there are others. */
export async function pagePairs(
  narrowed: PairQuery,
  { after, limit }: { readonly after: ItemPlace | undefined; readonly limit: number },
): Promise<PairPage> {
  const rest = after
    ? narrowed.where((expression) =>
        expression(expression.refTuple('changed_at', 'id'), '<', expression.tuple(after.changedAt, after.id)),
      )
    : narrowed
  const rows = await rest
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(boundNumber(limit + 1))
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    pairs: shown.map(storedPairOf),
    next: rows.length > limit && last ? { changedAt: last.changed_at, id: last.id } : undefined,
  }
}
