import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { listUnchained } from '../../src/store/audit-entries.ts'
import { createJobs } from '../../src/operation/jobs.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { enqueueJob } from '../../src/store/lane-jobs.ts'
import { claimJobs, failJob } from '../../src/store/lane-leases.ts'
import { databaseKinds } from '../databases.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')

describe.each(databaseKinds())('dead jobs on $name', (kind) => {
  let database: Database
  beforeAll(async () => {
    await kind.start()
    database = await openDatabase(await kind.fresh())
  })
  afterAll(async () => {
    await database.close()
    await kind.stop()
  })

  test('are listed with their last error, run again once, and it is recorded who asked for it', async () => {
    let woken = 0
    const jobs = createJobs(
      database,
      () => void (woken += 1),
      () => NOW,
    )
    const request = { queue: 'callback', key: 'a', payload: {}, runAt: NOW }
    await database.transaction((transaction) => enqueueJob(transaction, request))
    const [leased] = await claimJobs(database, { queues: ['callback'], limit: 1, leaseMs: 1000, now: NOW })
    if (!leased) throw new Error('The job was not claimed')
    await failJob(database, leased, 'instance_unreachable: nobody answers', undefined)
    const { jobs: dead } = await jobs.list()
    expect(dead).toEqual([expect.objectContaining({ queue: 'callback', lastError: expect.stringContaining('nobody') })])
    const id = dead[0]?.id ?? ''
    expect(await jobs.rerun(id, { actor: 'beth.anglin' })).toEqual({ id })
    expect(woken).toBe(1)
    expect((await jobs.list()).jobs).toEqual([])
    expect(await listUnchained(database.db, 10)).toMatchObject([
      { action: 'job.rerun', actor: 'beth.anglin', subject: id },
    ])
    await expect(jobs.rerun(id, { actor: 'beth.anglin' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(jobs.rerun(randomUUID(), { actor: 'beth.anglin' })).rejects.toMatchObject({ code: 'not_found' })
    expect(await listUnchained(database.db, 10)).toHaveLength(1)
  })
})
