import type { ShadowedPair, ShadowRun, ShadowRunRequest } from '@accord/shared/schemas'

import { findStoredPair } from '../../store/sync/sync-pairs.ts'
import type { ReadRecord } from '../../trackers/tracker.ts'
import type { ConfigurationContext } from '../configuration/configuration-context.ts'
import { type Item, itemOf } from '../items/item.ts'
import { hasEnded } from '../pairs/pair-state.ts'
import { beginTrial } from './begin-trial.ts'
import { shadowIncoming } from './shadow-incoming.ts'
import { shadowOutgoing } from './shadow-outgoing.ts'
import type { Trial } from './trial.ts'

/**
 * Runs a draft on the records of pairs, and on the messages that wait in them, and compares that with what the published rules do.
 * Writes nothing. Throws `connection_unknown`; `state_conflict` where no instance is paired.
 */
export async function shadowScripts(
  context: ConfigurationContext,
  connectionId: string,
  { itemIds, ...draft }: ShadowRunRequest,
): Promise<ShadowRun> {
  const begun = await beginTrial(context, connectionId, draft, context.now())
  if ('faults' in begun) return { faults: [...begun.faults], pairs: [] }
  const { trial } = begun
  const items = await itemsOf(trial, draft.table, itemIds)
  const reads = await readAll(trial, items)
  const pairs = items.map((item, place) => shadowPair(context, trial, item, reads[place]))
  return { faults: [], pairs: await Promise.all(pairs) }
}

async function itemsOf(
  { context, connection }: Trial,
  table: string,
  ids: readonly string[],
): Promise<readonly Item[]> {
  const stored = await Promise.all(ids.map((id) => findStoredPair(context.database.db, id)))
  return stored.flatMap((each) => {
    if (!each || each.connectionId !== connection.id || each.table !== table) return []
    const item = itemOf(each, context.epoch)
    return hasEnded(item.pair) ? [] : [item]
  })
}

/** The record of each, in one call; undefined where it has none yet. */
async function readAll({ tracker }: Trial, items: readonly Item[]): Promise<readonly (ReadRecord | undefined)[]> {
  const places = items.flatMap(({ stored: { table, recordId } }) =>
    recordId === null ? [] : [{ table, id: recordId }],
  )
  const reads = (await tracker.read(places)).values()
  return items.map(({ stored }) => (stored.recordId === null ? undefined : reads.next().value))
}

async function shadowPair(
  published: ConfigurationContext,
  trial: Trial,
  item: Item,
  read: ReadRecord | undefined,
): Promise<ShadowedPair> {
  const { id, localKey } = item.stored
  const [outgoing, incoming] = await Promise.all([
    read ? shadowOutgoing(published, trial, item, read) : null,
    shadowIncoming(trial, item),
  ])
  return { itemId: id, key: localKey, outgoing, ...incoming }
}
