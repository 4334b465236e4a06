import type { SyncItemDetail } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import type { Db } from '../../store/engine/tables.ts'
import { listItemEvents } from '../../store/sync/item-events.ts'
import { findStoredPair } from '../../store/sync/sync-pairs.ts'
import { type Item, itemOf } from './item.ts'
import type { SyncContext } from './sync-context.ts'
import { describeItem } from './describe-item.ts'
import { describeFiles } from './describe-files.ts'

const NEWEST_STEPS = 200

/** One pair with its history. Throws `sync_pair_unknown`. */
export async function readItem(context: SyncContext, itemId: string): Promise<SyncItemDetail> {
  const { db } = context.database
  const item = await requireItem(context, db, itemId)
  const events = await listItemEvents(db, itemId, NEWEST_STEPS)
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null)
  const pathsOf = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
  return {
    item: describeItem(context.vault, item),
    steps: events.map(({ id, at, event, details }) => ({
      id,
      at: at.toISOString(),
      event,
      actor: textOf(details['actor']),
      code: textOf(details['code']),
      paths: pathsOf(details['paths']),
    })),
    files: await describeFiles(context, item.stored),
  }
}

async function requireItem({ epoch }: SyncContext, db: Db, itemId: string): Promise<Item> {
  const stored = await findStoredPair(db, itemId)
  if (!stored) throw new Refusal('sync_pair_unknown')
  return itemOf(stored, epoch)
}
