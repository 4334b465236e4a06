import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { runBackfill } from '../../src/instance/backfill-job.ts'
import { enqueue, readJob } from '../../src/jobs/job-table.ts'
import { insertConnection } from '../../src/store/connections/connections.ts'
import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import { claimJobs } from '../../src/store/jobs/leased-jobs.ts'
import { completeJob } from '../jobs/complete-job.ts'
import { databaseKinds } from '../databases.ts'
import { newConnection } from '../store/records.ts'

const NOW = new Date('2026-05-06T10:00:00Z')
const CONNECTIONS = 450

describe.each(databaseKinds())('what an instance receives after its pairing, on $name', (kind) => {
  let database: Database

  beforeAll(async () => {
    await kind.start()
    database = await openDatabase(await kind.fresh())
    await database.transaction(async (transaction) => {
      for (let at = 0; at < CONNECTIONS; at += 1)
        await insertConnection(transaction, newConnection({ name: `Connection ${at}` }))
      await enqueue(transaction, 'backfill', { after: '' }, NOW)
    })
  })
  afterAll(async () => {
    await database.close()
    await kind.stop()
  })

  const claim = async () =>
    (await claimJobs(database, { queues: ['backfill'], limit: 10, leaseMs: 1000, now: NOW })).at(0)
  const countCallbacks = async () =>
    (await database.db.selectFrom('job').select('queue_key').where('queue', '=', 'callback').execute()).length

  test('a pairing has said what is to be sent before it sends anything', async () => {
    expect(await countCallbacks()).toBe(0)
  })

  test('each connection is sent once, a page at a time, also when a worker dies between its work and its mark', async () => {
    const run = async ({ payload }: { payload: unknown }) => {
      const job = readJob('backfill', payload)
      if (job.name === 'backfill') await runBackfill({ database, now: () => NOW }, job.payload.after)
    }
    const counted: number[] = []
    for (let job = await claim(); job; job = await claim()) {
      await run(job)
      if (counted.length === 0) await run(job)
      await completeJob(database, job)
      counted.push(await countCallbacks())
    }
    expect(counted[0]).toBe(200)
    expect(counted.at(-1)).toBe(CONNECTIONS)
  })
})
