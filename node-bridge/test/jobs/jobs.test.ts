import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createJobs } from '../../src/jobs/jobs.ts'
import { listUnchained } from '../../src/store/audit/audit-entries.ts'
import { insertConnection } from '../../src/store/connections/connections.ts'
import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import { enqueueJob, JOB_DUE } from '../../src/store/jobs/serial-queue-jobs.ts'
import { claimJobs, failJob } from '../../src/store/jobs/leased-jobs.ts'
import { databaseKinds } from '../databases.ts'
import { newConnection } from '../store/records.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const LATER = new Date('2026-05-04T10:05:00.000Z')

describe.each(databaseKinds())('stuck jobs on $name', (kind) => {
  let database: Database
  let queue = ''
  const jobs = () => createJobs(database, () => NOW)
  const ofQueue = async () => (await jobs().listStuck()).jobs.filter((job) => job.queue === queue)
  const claim = () => claimJobs(database, { queues: [queue], limit: 10, leaseMs: 1000, now: NOW })

  beforeAll(async () => {
    await kind.start()
    database = await openDatabase(await kind.fresh())
  })
  afterAll(async () => {
    await database.close()
    await kind.stop()
  })

  /** A job that has failed `times` and then waits until LATER, or is dead. */
  async function failing(key: string, times: number, error: string, dies = false): Promise<void> {
    await database.transaction((transaction) => enqueueJob(transaction, { queue, key, payload: {}, runAt: NOW }))
    for (let n = 1; n <= times; n += 1) {
      const leased = (await claim()).find((job) => job.key === key)
      if (!leased) throw new Error('The job was not claimed')
      await failJob(database, leased, error, n < times ? NOW : dies ? undefined : LATER)
    }
  }

  test('a dead one is listed with its last error, run again once, and it is recorded who asked for it', async () => {
    queue = `dead-${kind.name}`
    const before = await listUnchained(database.db, 100)
    await failing('a', 1, 'instance_unreachable: nobody answers', true)
    const [dead] = await ofQueue()
    expect(dead).toMatchObject({ state: 'dead', code: 'instance_unreachable', lastError: 'nobody answers' })
    expect(dead).toMatchObject({ nextTryAt: null, connection: null, key: 'a' })
    const id = dead?.id ?? ''
    let woken = 0
    const stop = database.onCommitted(JOB_DUE, (due) => void (woken += due.queue === queue ? 1 : 0))
    expect(await jobs().rerun(id, { actor: 'beth.anglin' })).toEqual({ id })
    stop()
    expect(woken).toBe(1)
    expect(await ofQueue()).toEqual([])
    const recorded = (await listUnchained(database.db, 100)).slice(before.length)
    expect(recorded).toMatchObject([{ action: 'job.rerun', actor: 'beth.anglin', subject: id }])
    await expect(jobs().rerun(id, { actor: 'beth.anglin' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(jobs().rerun(randomUUID(), { actor: 'beth.anglin' })).rejects.toMatchObject({ code: 'not_found' })
    expect(await listUnchained(database.db, 100)).toHaveLength(before.length + 1)
  })

  test('one that keeps failing is shown from its third failure on, and may be tried at once', async () => {
    queue = `retrying-${kind.name}`
    await failing('young', 2, 'timed_out: too slow')
    expect(await ofQueue()).toEqual([])
    const connection = newConnection({ name: `Slow ${kind.name}` })
    await database.transaction((transaction) => insertConnection(transaction, connection))
    await failing(connection.id, 3, 'Something that nobody expected')
    const [stuck] = await ofQueue()
    expect(stuck).toMatchObject({ state: 'retrying', code: null, lastError: 'Something that nobody expected' })
    expect(stuck).toMatchObject({ attempts: 3, nextTryAt: LATER.toISOString() })
    expect(stuck?.connection).toEqual({ id: connection.id, name: connection.name })
    expect(await claim()).toEqual([])
    await jobs().rerun(stuck?.id ?? '', { actor: 'admin' })
    const [claimed] = await claim()
    // What it has failed before stays counted: the back-off goes on where it was.
    expect(claimed).toMatchObject({ id: stuck?.id, attempts: 3 })
    await expect(jobs().rerun(stuck?.id ?? '', { actor: 'admin' })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('all of one queue are tried at once, and those of no other', async () => {
    queue = `other-${kind.name}`
    await failing('x', 3, 'timed_out: too slow')
    queue = `all-${kind.name}`
    await failing('a', 3, 'timed_out: too slow')
    await failing('b', 1, 'timed_out: too slow', true)
    await failing('c', 1, 'timed_out: too slow')
    const { dead, retrying } = await jobs().listStuck()
    expect([dead >= 1, retrying >= 2]).toEqual([true, true])
    expect((await ofQueue()).map(({ state }) => state)).toEqual(['dead', 'retrying'])
    let woken = 0
    const stop = database.onCommitted(JOB_DUE, (due) => void (woken += due.queue === queue ? 1 : 0))
    expect(await jobs().rerunAll({ queue, actor: 'admin' })).toEqual({ count: 2 })
    stop()
    expect(woken).toBe(2)
    expect((await claim()).map(({ key }) => key).toSorted()).toEqual(['a', 'b'])
    queue = `other-${kind.name}`
    expect(await claim()).toEqual([])
    const last = (await listUnchained(database.db, 100)).at(-1)
    expect(last).toMatchObject({ action: 'jobs.rerun', actor: 'admin' })
    expect(JSON.parse(last?.details ?? '')).toEqual({ count: 2, queue: `all-${kind.name}` })
  })
})
