import { countDictionaryWarnings } from '../store/sync/rules-dictionary.ts'
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

import type { Database } from '../store/engine/database.ts'
import type { Db } from '../store/engine/tables.ts'
import { listBackfills } from '../store/sync/backfills.ts'
import { ITEMS_STEPPED } from '../store/sync/item-events.ts'
import { countByCause, countByStatus, oldestMovingAt } from '../store/sync/pair-figures.ts'
import { rememberByCost } from './remember.ts'

/** Sync as an operator watches it: what moves, how long it takes, what stands and why. */
export function registerSync(register: Registry, database: Database): void {
  countSteps(register, database)
  registerPairs(register, database.db)
  registerBackfills(register, database.db)
}

/** What this replica has done itself. */
function countSteps(register: Registry, database: Database): void {
  const steps = new Counter({
    name: 'accord_sync_steps_total',
    help: 'Steps of sync pairs, by the name that their history has for them',
    labelNames: ['event'],
    registers: [register],
  })
  const delivery = new Histogram({
    name: 'accord_sync_delivery_seconds',
    help: 'From reading a record until the other side has applied what was read and its answer is here',
    buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 21_600, 86_400],
    registers: [register],
  })
  database.onCommitted(ITEMS_STEPPED, (events) => {
    for (const { event, details } of events) {
      steps.inc({ event })
      const took = details['tookMs']
      if (typeof took === 'number') delivery.observe(took / 1000)
    }
  })
}

/** Read from the database, so that every replica tells the same. */
function registerPairs(register: Registry, db: Db): void {
  const readStatuses = rememberByCost(() => countByStatus(db))
  const readCauses = rememberByCost(() => countByCause(db))
  const readOldest = rememberByCost(() => oldestMovingAt(db))
  const pairs: Gauge = new Gauge({
    name: 'accord_sync_pairs',
    help: 'Sync pairs by where they stand',
    labelNames: ['status'],
    registers: [register],
    collect: async () => {
      pairs.reset()
      for (const { status, count } of await readStatuses()) pairs.set({ status }, count)
    },
  })
  const held: Gauge = new Gauge({
    name: 'accord_sync_held_pairs',
    help: 'Sync pairs that wait for a person at this side, by the code of the cause',
    labelNames: ['code'],
    registers: [register],
    collect: async () => {
      held.reset()
      for (const { code, count } of await readCauses()) held.set({ code }, count)
    },
  })
  const readWarnings = rememberByCost(() => countDictionaryWarnings(db))
  const warnings: Gauge = new Gauge({
    name: 'accord_sync_dictionary_warnings',
    help: 'What published scripts name and the dictionary of the tracker no longer says; the log names each',
    registers: [register],
    collect: async () => warnings.set(await readWarnings()),
  })
  const oldest: Gauge = new Gauge({
    name: 'accord_sync_oldest_moving_seconds',
    help: 'For how long nothing has happened to the pair that has been under way longest; 0: none is under way',
    registers: [register],
    collect: async () => {
      const at = await readOldest()
      oldest.set(at === undefined ? 0 : Math.max(0, Date.now() - at.getTime()) / 1000)
    },
  })
}

/** Of the connections whose records of before are being brought in: what goes on, what rests, and what waits for what. */
function registerBackfills(register: Registry, db: Db): void {
  const read = rememberByCost(async () =>
    (await listBackfills(db)).filter(({ state }) => state === 'running' || state === 'paused'),
  )
  const backfills: Gauge = new Gauge({
    name: 'accord_sync_backfills',
    help: 'Backfills that are running, waiting or paused, and what they wait for; accord sync backfill status says more',
    labelNames: ['state', 'reason'],
    registers: [register],
    collect: async () => {
      backfills.reset()
      for (const { state, waits } of await read())
        backfills.inc({ state: waits ? 'waiting' : state, reason: waits?.reason ?? '' })
    },
  })
  const left: Gauge = new Gauge({
    name: 'accord_sync_backfill_left_records',
    help: 'Records that backfills which run or are paused have still to look at',
    registers: [register],
    collect: async () => {
      const records = (await read()).map(({ total, seen }) => Math.max(0, total - seen))
      left.set(records.reduce((sum, count) => sum + count, 0))
    },
  })
}
