import type { MessageClaims } from '@accord/shared/schemas'

import { sha256 } from '../../keys/digest.ts'
import type { Db } from '../../store/engine/tables.ts'
import { findStep, replaceStep } from '../../store/sync/script-steps.ts'
import type { RulesRecord } from '../../store/sync/sync-rules.ts'
import type { Fields } from '../../trackers/record.ts'
import type { Item } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import type { Hashes, Path } from '../pairs/sync-pair.ts'
import type { IncomingInput } from '../rules/index.ts'

/** What an incoming run began with. One that goes on behind a `store()` is given the same: the record holds its own writing by then. */
export interface RunStart {
  readonly input: IncomingInput
  /** Our record as our outgoing rules replicated it. */
  readonly before: Hashes
  readonly kept: readonly Path[]
  readonly overwritten: readonly Path[]
}

/** A place in an incoming run at which its script had written what it had planned so far. */
export interface SavedPoint {
  /** The script's question, by what it asked. */
  readonly key: string
  /** Which rules have asked it for what. Under others it says nothing. */
  readonly run: string
  readonly start: RunStart
  /** What was to be written. */
  readonly fields: Fields
  /** The record once it was written; absent before. */
  readonly after?: Fields
}

type Context = Pick<SyncContext, 'database' | 'vault' | 'now'>

/** The rules and the message, with whatever a person has edited in it. */
export const runOf = ({ version }: RulesRecord, claims: MessageClaims): string =>
  sha256(JSON.stringify([version, claims]))

const idOf = ({ stored: { id }, pair: { inbound } }: Item, place: number): string =>
  sha256(JSON.stringify([id, inbound?.mid, 'store', place]))
const contextOf = (id: string) => `script-step:${id}`

async function findPoint({ database, vault }: Context, item: Item, place: number): Promise<SavedPoint | undefined> {
  const id = idOf(item, place)
  const sealed = (await findStep(database.db, id))?.answerSealed
  return sealed ? (JSON.parse(vault.open(sealed, contextOf(id))) as SavedPoint) : undefined
}

/** In the order in which they were written; those of this run alone. */
export async function loadPoints(context: Context, item: Item, run: string): Promise<readonly SavedPoint[]> {
  const points: SavedPoint[] = []
  for (let place = 0; place < (item.pair.inbound?.stores ?? 0); place += 1) {
    const point = await findPoint(context, item, place)
    if (point?.run === run && point.after) points.push(point)
  }
  return points
}

/** Where the next one of this message stands. */
export const nextPlaceOf = ({ pair }: Item): number => pair.inbound?.stores ?? 0

/** Before it is written, together with the note of its plan. */
export async function keepPoint(
  { vault, now }: Context,
  transaction: Db,
  item: Item,
  { place, point }: { readonly place: number; readonly point: SavedPoint },
): Promise<void> {
  const id = idOf(item, place)
  const answerSealed = vault.seal(JSON.stringify(point), contextOf(id))
  await replaceStep(transaction, { id, itemId: item.stored.id, at: now(), answerSealed })
}

/** Once it is written. One of which nothing is known any more is asked for anew. */
export async function concludePoint(context: Context, item: Item, place: number, after: Fields): Promise<void> {
  const point = await findPoint(context, item, place)
  if (!point) return
  await context.database.transaction((transaction) =>
    keepPoint(context, transaction, item, { place, point: { ...point, after } }),
  )
}
