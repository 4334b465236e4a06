import { setTimeout as delay } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import { countJobs, rerunDeadJob } from '../../src/store/jobs/dead-jobs.ts'
import { enqueueJob } from '../../src/store/jobs/serial-queue-jobs.ts'
import { claimJobs, failJob, type LeasedJob } from '../../src/store/jobs/leased-jobs.ts'
import { forgetIdleSerialQueues } from '../../src/store/jobs/idle-serial-queues.ts'
import { listLeases, renewLease, returnLease } from '../../src/store/jobs/serial-queue-leases.ts'
import { listStuckJobs } from '../../src/store/jobs/stuck-jobs.ts'
import { databaseKinds } from '../databases.ts'
import { completeJob } from './complete-job.ts'

const START = Date.parse('2026-05-04T10:00:00.000Z')
const at = (seconds: number) => new Date(START + seconds * 1000)

const first = (jobs: LeasedJob[]): LeasedJob => {
  const [job] = jobs
  if (!job) throw new Error('No job was claimed')
  return job
}
const numbers = (jobs: LeasedJob[]) => jobs.map(({ payload }) => (payload as { n: number }).n).toSorted()

describe.each(databaseKinds())('serial queues on $name', (kind) => {
  let database: Database
  let queue = ''
  let round = 0

  beforeAll(async () => {
    await kind.start()
    database = await openDatabase(await kind.fresh())
  })
  afterAll(async () => {
    await database.close()
    await kind.stop()
  })

  const freshQueue = () => (queue = `queue-${round++}`)
  const enqueue = (key: string, n: number, second = 0, coalesce = false) =>
    database.transaction((transaction) =>
      enqueueJob(transaction, { queue, key, payload: { n }, runAt: at(second), coalesce }),
    )
  const claim = (second: number, limit = 10) =>
    claimJobs(database, { queues: [queue], limit, leaseMs: 10_000, now: at(second) })
  test('heads of many keys are leased at once, the second of a key only after the first is done', async () => {
    freshQueue()
    for (const n of [1, 2]) for (const key of ['a', 'b', 'c']) await enqueue(key, n)
    const heads = await claim(1)
    expect(numbers(heads)).toEqual([1, 1, 1])
    expect(await claim(1)).toEqual([])
    expect(await completeJob(database, first(heads))).toBe(true)
    expect(numbers(await claim(1))).toEqual([2])
  })

  test('two claimers never get the same job', async () => {
    freshQueue()
    for (let i = 0; i < 30; i++) await enqueue(`key-${i}`, i)
    const claims = await Promise.all(Array.from({ length: 6 }, () => claim(1, 10)))
    const ids = claims.flat().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length + (await claim(1, 30)).length).toBe(30)
  })

  test('a job waits for its time, and the next of its key waits with it', async () => {
    freshQueue()
    await enqueue('a', 1, 60)
    await enqueue('a', 2, 0)
    expect(await claim(59)).toEqual([])
    expect(numbers(await claim(60))).toEqual([1])
  })

  test('a worker whose lease has passed to another can neither complete nor fail the job', async () => {
    freshQueue()
    await enqueue('a', 1)
    const late = first(await claim(0))
    const [seen] = await listLeases(database.db, [queue])
    expect(seen && (await returnLease(database.db, seen))).toBe(true)
    expect(seen && (await returnLease(database.db, seen))).toBe(false)
    const current = first(await claim(11))
    expect(await completeJob(database, late)).toBe(false)
    expect(await failJob(database, late, 'late', at(12))).toBe(false)
    expect(await completeJob(database, current)).toBe(true)
    expect(await completeJob(database, current)).toBe(false)
  })

  test.each([
    ['goes on', 100],
    ['stands still', 10],
    ['was set back', -600],
  ])('a worker that lives keeps its lease while its clock %s', async (_, second) => {
    freshQueue()
    await enqueue('a', 1)
    const job = first(await claim(0))
    const [before] = await listLeases(database.db, [queue])
    await renewLease(database.db, job, at(second))
    expect(before && (await returnLease(database.db, before))).toBe(false)
    expect(await claim(9999)).toEqual([])
    expect(await completeJob(database, job)).toBe(true)
  })

  test('a failed job comes again at its time and counts its failures; a dead one frees its serial queue', async () => {
    freshQueue()
    await enqueue('a', 1)
    await enqueue('a', 2)
    expect(await failJob(database, first(await claim(0)), 'first failure', at(5))).toBe(true)
    expect(await claim(4)).toEqual([])
    const again = first(await claim(5))
    expect(again).toMatchObject({ payload: { n: 1 }, attempts: 1 })
    expect(await failJob(database, again, 'second failure', undefined)).toBe(true)
    expect(numbers(await claim(6))).toEqual([2])
    const [dead] = (await listStuckJobs(database.db, 100)).filter((job) => job.queue === queue)
    expect(dead).toMatchObject({ key: 'a', attempts: 2, lastError: 'second failure' })
  })

  test('a dead job that is run again goes to the end of its serial queue', async () => {
    freshQueue()
    await enqueue('a', 1)
    await failJob(database, first(await claim(0)), 'dead', undefined)
    await enqueue('a', 2)
    const [dead] = (await listStuckJobs(database.db, 100)).filter((job) => job.queue === queue)
    const rerun = () => database.transaction((transaction) => rerunDeadJob(transaction, dead?.id ?? '', at(1)))
    expect(await rerun()).toBe(true)
    expect(await rerun()).toBe(false)
    const second = first(await claim(2))
    expect(second.payload).toEqual({ n: 2 })
    await completeJob(database, second)
    expect(first(await claim(2))).toMatchObject({ payload: { n: 1 }, attempts: 0 })
  })

  test('one waiting job stands for all that coalesce, but not for one that has begun', async () => {
    freshQueue()
    for (let n = 1; n <= 5; n++) await enqueue('a', n, 0, true)
    const begun = first(await claim(0))
    for (let n = 6; n <= 9; n++) await enqueue('a', n, 0, true)
    expect((await countJobs(database.db)).find((row) => row.queue === queue)).toMatchObject({ count: 2 })
    await completeJob(database, begun)
    await completeJob(database, first(await claim(0)))
    expect(await claim(0)).toEqual([])
  })

  test('news pulls a coalesced job out of its back-off', async () => {
    freshQueue()
    await enqueue('a', 1, 0, true)
    await failJob(database, first(await claim(0)), 'asleep', at(300))
    await enqueue('a', 2, 10, true)
    expect(await claim(9)).toEqual([])
    expect(numbers(await claim(10))).toEqual([1])
  })

  test('an idle serial queue can be forgotten, one with a dead or waiting job cannot', async () => {
    freshQueue()
    await enqueue('done', 1)
    await completeJob(database, first(await claim(0)))
    await enqueue('dead', 1)
    await failJob(database, first(await claim(0)), 'dead', undefined)
    await enqueue('waiting', 1, 100)
    await forgetIdleSerialQueues(database.db)
    const serialQueues = await database.db
      .selectFrom('serial_queue')
      .select('queue_key')
      .where('queue', '=', queue)
      .execute()
    expect(serialQueues.map(({ queue_key: key }) => key).toSorted()).toEqual(['dead', 'waiting'])
    await enqueue('done', 2)
    expect(numbers(await claim(0))).toEqual([2])
  })

  test('idle serial queues are forgotten to the last, however many there are, and beside a serial queue that holds something dead', async () => {
    freshQueue()
    await enqueue('dead', 1)
    await failJob(database, first(await claim(0)), 'dead', undefined)
    await database.transaction(async (transaction) => {
      for (let key = 0; key < 1100; key += 1)
        await enqueueJob(transaction, { queue, key: `idle ${key}`, payload: {}, runAt: at(0) })
    })
    await database.db
      .updateTable('serial_queue')
      .set({ state: 'idle', head_id: null })
      .where('queue', '=', queue)
      .where('state', '=', 'ready')
      .execute()
    await database.db.deleteFrom('job').where('queue', '=', queue).where('state', '=', 'waiting').execute()
    await forgetIdleSerialQueues(database.db)
    const serialQueues = await database.db
      .selectFrom('serial_queue')
      .select('queue_key')
      .where('queue', '=', queue)
      .execute()
    expect(serialQueues.map(({ queue_key: key }) => key)).toEqual(['dead'])
  })

  test('what is enqueued in a transaction that fails was never there', async () => {
    freshQueue()
    const work = database.transaction(async (transaction) => {
      await enqueueJob(transaction, { queue, key: 'a', payload: {}, runAt: at(0) })
      throw new Error('rolled back')
    })
    await expect(work).rejects.toThrow('rolled back')
    expect(await claim(1)).toEqual([])
  })

  test('who enqueues for a key waits until the one before has committed, so that order is the order of commits', async () => {
    freshQueue()
    const seen: string[] = []
    let begin: () => void = () => undefined
    const begun = new Promise<void>((resolve) => (begin = resolve))
    const slow = database.transaction(async (transaction) => {
      await enqueueJob(transaction, { queue, key: 'a', payload: { n: 1 }, runAt: at(0) })
      begin()
      await delay(120)
      seen.push('first commits')
    })
    await begun
    const quick = database.transaction(async (transaction) => {
      await enqueueJob(transaction, { queue, key: 'a', payload: { n: 2 }, runAt: at(0) })
      seen.push('second has its number')
    })
    await Promise.all([slow, quick])
    expect(seen).toEqual(['first commits', 'second has its number'])
    const head = first(await claim(0))
    expect(head.payload).toEqual({ n: 1 })
    await completeJob(database, head)
    expect(numbers(await claim(0))).toEqual([2])
  })
})
