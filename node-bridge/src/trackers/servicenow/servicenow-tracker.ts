import type { Tracker } from '../tracker.ts'
import { answerLookup } from './answer-lookup.ts'
import { applyPlans, findWaiting } from './apply-plans.ts'
import { createInstanceCalls, type PostToInstance } from './instance-calls.ts'
import { listRecords } from './list-records.ts'
import { readRecords } from './read-records.ts'
import { refusedBy } from './refused-by-instance.ts'
import { accessOf } from './table-access.ts'
import { sendFile, writeFile } from './carry-file.ts'
import { createTables } from './tables.ts'
import { PACES, type Paces } from './paces.ts'
import { watchInstance, type Watching } from './watch-instance.ts'

export interface InstanceTrackerParts {
  readonly post: PostToInstance
  /** Entries and files of this instance are named by it. */
  readonly instanceUid: string
  readonly now: () => Date
  readonly log: Watching['log']
  readonly paces?: Partial<Paces>
}

/** After plans were handed over their outcome is there soon; asked at once it would not be. */
const AFTER_APPLYING_MS = 250

/** The instance with the application of Accord: what it may do there says sync access. */
export function createInstanceTracker({ post, instanceUid, now, log, paces }: InstanceTrackerParts): Tracker {
  const calls = createInstanceCalls(post)
  const reading = { calls, tables: createTables(calls, now), instanceUid }
  const wakers = new Set<() => void>()
  const onWakeUp = (wake: () => void) => {
    wakers.add(wake)
    return () => void wakers.delete(wake)
  }
  const wake = () => {
    for (const each of wakers) each()
    return wakers.size > 0
  }
  return {
    read: (places) => readRecords(reading, places),
    apply: async (writes) => {
      const applied = await applyPlans(calls, writes)
      setTimeout(wake, AFTER_APPLYING_MS).unref()
      return applied
    },
    findWaiting: (plans) => findWaiting(calls, plans),
    sendFile: (file) => sendFile(calls, file),
    writeFile: async (file) => {
      const written = await writeFile(calls, file)
      setTimeout(wake, AFTER_APPLYING_MS).unref()
      return written
    },
    wake,
    watch: (watcher) => watchInstance({ ...reading, paces: { ...PACES, ...paces }, now, log, onWakeUp }, watcher),
    describe: async () => {
      const { tables, isSyncUserReady } = await reading.tables.describe()
      return { tables: tables.map(accessOf), isSyncUserReady }
    },
    dictionary: async () => (await reading.tables.describe()).tables,
    check: async (table, query, words) => {
      const {
        matching,
        newest = [],
        texts = [],
        refused,
      } = await calls.check({ table, query, ...(words && { words }) })
      return refused ? refusedBy(refused) : { kind: 'matching', count: matching ?? 0, newest, texts }
    },
    list: (request) => listRecords(calls, request),
    answer: (name, request) => answerLookup(reading, name, request),
  }
}
