import { hasTrait } from '@accord/shared/protocol'

import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { lockPairs } from '../../store/sync/lock-pairs.ts'
import { makePairsDue, releasePairs } from '../../store/sync/sync-claims.ts'
import type { StoredPair } from '../../store/sync/sync-pairs.ts'
import type { ReadRecord, RecordPlace, Tracker } from '../../trackers/tracker.ts'
import { checkTarget, findTarget } from '../incoming/find-target.ts'
import { isUnborn } from '../incoming/plan-incoming.ts'
import { settleCanaries } from '../configuration/conclude-canary.ts'
import { concludeRun } from '../configuration/conclude-run.ts'
import { type Item, itemOf } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { createMetWords, keepMetWords } from '../items/unmapped-words.ts'
import { lookAtRecord } from '../outgoing/look-at-record.ts'
import { afterTrackerRestore, isSetBack } from '../pairs/begin-anew.ts'
import { isDueIncoming } from '../pairs/pair-state.ts'
import { type Done, failedOf, guarded, keep } from './done.ts'
import { answererOf } from './answerer.ts'
import { concludedRunOf } from './concluded-run.ts'
import { countLook } from './count-runs.ts'
import { type Parts, takeIn, type Task } from './take-in.ts'
import { failsAsBefore, joinCanaries } from './try-canaries.ts'

/** Where a pair of a connection that rests is looked at once more; its resumption makes it due at once. */
const RESTS_MS = 600_000

/**
 * Works off pairs that were claimed together, and gives them back in one transaction with what became of them. A pair that
 * somebody else wrote meanwhile is left as it is: it is due again, and is decided anew.
 */
export async function processBatch(parts: Parts, token: string, claimed: readonly StoredPair[]): Promise<void> {
  const met = createMetWords()
  const canaries = await joinCanaries(
    parts,
    claimed.map((stored) => itemOf(stored, parts.epoch)),
  )
  const done = await workOff({ ...parts, met, canaries, ...(!canaries && { hasNoCanary: true }) }, claimed)
  const ids = claimed.map(({ id }) => id)
  let hasEnded = false
  await parts.database.transaction(async (transaction) => {
    hasEnded = false
    await lockPairs(parts.database, transaction, { ids })
    for (const each of done) {
      const isKept = await keep(parts, transaction, each)
      const run = isKept && canaries ? concludedRunOf(each) : undefined
      if (run && canaries?.has(run.itemId) && (await concludeRun(parts, transaction, run))) hasEnded = true
    }
    await releasePairs(transaction, token, ids)
  })
  if (hasEnded) await settleCanaries(parts)
  await keepMetWords(parts, met.all())
  await wakeResumed(parts, done)
}

/** A connection that works again while its pairs are put off has made nothing of them due: it did not see that yet. */
async function wakeResumed({ database, now }: Parts, done: readonly Done[]): Promise<void> {
  const put = done.flatMap((each) => (each.kind === 'postponed' && each.isResting ? [each.stored.connectionId] : []))
  for (const connectionId of new Set(put)) {
    const isAwake = (await findConnection(database.db, connectionId))?.state === 'active'
    if (isAwake) await database.transaction((transaction) => makePairsDue(transaction, connectionId, now()))
  }
}

async function workOff(parts: Parts, claimed: readonly StoredPair[]): Promise<readonly Done[]> {
  const { database, epoch } = parts
  const connections = new Map<string, ConnectionRecord | undefined>()
  for (const id of new Set(claimed.map(({ connectionId }) => connectionId)))
    connections.set(id, await findConnection(database.db, id))
  const isAwake = ({ connectionId }: StoredPair) => connections.get(connectionId)?.state === 'active'
  const resting = claimed.filter((stored) => !isAwake(stored)).map((stored) => restOf(parts, stored, connections))
  const items = claimed.filter(isAwake).map((stored) => itemOf(stored, epoch))
  try {
    const readMs = parts.now().getTime()
    const read = await readEach(parts, items)
    const tasks = read.flatMap((each) => {
      const connection = connections.get(each.item.stored.connectionId)
      return connection ? [{ ...each, connection }] : []
    })
    return [...resting, ...(await workOn(parts, tasks, readMs))]
  } catch (error) {
    // The way to the tracker, not a record, is at fault.
    parts.log.warn({ err: error, pairs: items.length }, 'records could not be read')
    return [...resting, ...items.map(({ stored }) => failedOf(parts, stored))]
  }
}

const restOf = (
  { now }: SyncContext,
  stored: StoredPair,
  connections: ReadonlyMap<string, ConnectionRecord | undefined>,
): Done => {
  const connection = connections.get(stored.connectionId)
  const isOver = !connection || hasTrait(connection.state, 'gone')
  const until = new Date(now().getTime() + (isOver ? 100 * RESTS_MS : RESTS_MS))
  return { kind: 'postponed', stored, until, isResting: true }
}

type Read = Pick<Task, 'item' | 'read'>

/** Each with its record; one that the other side has named is looked up before. */
async function readEach(parts: Parts, items: readonly Item[]): Promise<readonly Read[]> {
  const found = await Promise.all(items.map((item) => findTarget(parts, parts.tracker, item)))
  const there = found.flatMap((each) => ('stored' in each ? [each] : []))
  const reads = await readAll(parts.tracker, there)
  const named: Read[] = []
  for (const [place, item] of items.entries()) {
    const each = found[place]
    if (each && !('stored' in each)) named.push({ item, read: each })
    const read = each && 'stored' in each ? reads[there.indexOf(each)] : undefined
    if (!read || !each || !('stored' in each)) continue
    const checked = await checkTarget(parts, each, read)
    // Only a pair that may have the record keeps it.
    named.push({ item: checked.kind === 'refused' ? item : each, read: checked })
  }
  return named
}

/** A record that is to be made is read as a draft. */
async function readAll(tracker: Tracker, items: readonly Item[]): Promise<readonly ReadRecord[]> {
  const places: RecordPlace[] = items.map(({ stored: { table, recordId } }) =>
    recordId === null ? { table } : { table, id: recordId },
  )
  const reads = [...(await tracker.read(places))]
  const unborn = items.flatMap((item, place) =>
    reads[place]?.kind === 'gone' && isUnborn(item) ? [{ place, table: item.stored.table }] : [],
  )
  if (unborn.length === 0) return reads
  const drafts = await tracker.read(unborn.map(({ table }) => ({ table })))
  for (const [at, { place }] of unborn.entries()) reads[place] = drafts[at] ?? reads[place] ?? { kind: 'gone' }
  return reads
}

async function workOn(parts: Parts, all: readonly Task[], readMs: number): Promise<readonly Done[]> {
  const answer = answererOf(parts, parts.tracker)
  const isBack = ({ item: { pair }, read }: Task) => read.kind === 'record' && isSetBack(pair, read.version)
  const setBack = all.filter(isBack).map(beginAnew)
  const tasks = all.filter((task) => !isBack(task))
  const isIn = ({ item: { pair } }: Task) => isDueIncoming(pair)
  const [incoming, outgoing] = [tasks.filter(isIn), tasks.filter((task) => !isIn(task))]
  const looks = outgoing.map((task) =>
    guarded(parts, task.item, async () => {
      const look = { ...task, answer: answer(task.connection), readMs }
      const change = await lookAtRecord(parts, look)
      countLook(parts, task.item, change)
      if (!change.ran || !change.details?.outgoing || !parts.canaries?.has(task.item.stored.id))
        return { kind: 'changed', item: task.item, change }
      const asBefore = await failsAsBefore(parts, task.item, async (before) =>
        Boolean((await lookAtRecord(before, look)).details?.outgoing),
      )
      return { kind: 'changed', item: task.item, change, asBefore }
    }),
  )
  return [...setBack, ...(await Promise.all(looks)), ...(await takeIn(parts, incoming, answer))]
}

/** The tracker was restored: both sides compare the two records before anything is sent or written. */
const beginAnew = ({ item }: Task): Done => ({
  kind: 'changed',
  item,
  change: { pair: afterTrackerRestore(item.pair) },
})
