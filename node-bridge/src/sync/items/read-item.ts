import type { ItemStep, PlanNames, SyncItemDetail } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import type { Db } from '../../store/engine/tables.ts'
import { type ItemEvent, listItemEvents } from '../../store/sync/item-events.ts'
import { listKeptMids } from '../../store/sync/kept-messages.ts'
import { findStoredPair } from '../../store/sync/sync-pairs.ts'
import { type Item, itemOf } from './item.ts'
import type { SyncContext } from './sync-context.ts'
import { describeItem } from './describe-item.ts'
import { describeFiles } from './describe-files.ts'
import { messagesOf } from './messages-of.ts'

const NEWEST_STEPS = 200

/** One pair with its history. Throws `sync_pair_unknown`. */
export async function readItem(context: SyncContext, itemId: string): Promise<SyncItemDetail> {
  const { db } = context.database
  const item = await requireItem(context, db, itemId)
  const events = await listItemEvents(db, itemId, NEWEST_STEPS)
  const kept = await listKeptMids(db, itemId, NEWEST_STEPS)
  return {
    item: describeItem(context.vault, item),
    steps: events.map(stepOf),
    files: await describeFiles(context, item.stored),
    messages: messagesOf(item, events, kept),
    keptDays: context.keepMessagesDays,
  }
}

export async function requireItem({ epoch }: SyncContext, db: Db, itemId: string): Promise<Item> {
  const stored = await findStoredPair(db, itemId)
  if (!stored) throw new Refusal('sync_pair_unknown')
  return itemOf(stored, epoch)
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null)
const numberOf = (value: unknown) => (typeof value === 'number' ? value : null)
const pathsOf = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])

/** What another release has written of a step may lack any of it. */
function stepOf({ id, at, event, details }: ItemEvent & { readonly id: string }): ItemStep {
  const recordMs = numberOf(details['recordMs'])
  return {
    id,
    at: at.toISOString(),
    event,
    actor: textOf(details['actor']),
    code: textOf(details['code']),
    paths: pathsOf(details['paths']),
    ignored: pathsOf(details['ignored']),
    mid: textOf(details['mid']),
    cause: textOf(details['cause']),
    version: numberOf(details['version']),
    readAt: recordMs === null ? null : new Date(recordMs).toISOString(),
    plan: (details['plan'] as PlanNames | undefined) ?? null,
  }
}
