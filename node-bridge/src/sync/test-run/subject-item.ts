import { Refusal } from '../../refusals/refusal.ts'
import { findPairsOfRecord } from '../../store/sync/sync-pairs.ts'
import { findByKey } from '../../trackers/find-by-key.ts'
import type { ReadRecord, TrackerRefusal } from '../../trackers/tracker.ts'
import { isUnborn } from '../incoming/plan-incoming.ts'
import { emptyPair } from '../items/empty-pair.ts'
import { type Item, itemOf } from '../items/item.ts'
import { startPair } from '../pairs/sync-pair.ts'
import type { Trial } from './trial.ts'

/** It is never stored: no pair has this id. */
const NO_PAIR = '00000000-0000-4000-8000-000000000000'

/** The pair of a record, or one as it would begin; without `key`, that of a record which would be made. */
export async function itemOfKey(trial: Trial, table: string, key: string | undefined): Promise<Item> {
  if (key === undefined) return newItem(trial, table)
  const found = await findByKey(trial.tracker, table, key)
  if (found.kind === 'refused') throw refusalOf(found)
  const pairs = await findPairsOfRecord(trial.context.database.db, table, found.id)
  const stored = pairs.find(({ connectionId }) => connectionId === trial.connection.id)
  if (stored) return itemOf(stored, trial.context.epoch)
  const item = newItem(trial, table)
  return { ...item, stored: { ...item.stored, recordId: found.id } }
}

const newItem = ({ connection, context: { epoch, now } }: Trial, table: string): Item => {
  const pair = startPair({ side: connection.side, epoch })
  return { pair, stored: emptyPair({ connectionId: connection.id, pairId: NO_PAIR, table, pair }, now()) }
}

/** The record as it is, or as it would be made. */
export async function readRecordOf({ tracker }: Trial, item: Item): Promise<ReadRecord> {
  const { table, recordId } = item.stored
  const [read] = await tracker.read([recordId === null ? { table } : { table, id: recordId }])
  if (!read) throw new Error('A record was read')
  if (read.kind !== 'gone' || !isUnborn(item)) return read
  const [draft = read] = await tracker.read([{ table }])
  return draft
}

export const refusalOf = ({ code, message }: TrackerRefusal): Refusal => new Refusal(code, message)
