import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pino } from 'pino'

import { enqueue, type JobName, type JobPayload, JOBS, readJob, type ReadJob } from '../../src/jobs/job-table.ts'
import { createQueueHandlers, type JobHandlers } from '../../src/jobs/queue-handlers.ts'
import { DONE } from '../../src/jobs/serial-queue-handler.ts'
import { startSerialQueueWorker } from '../../src/jobs/serial-queue-worker.ts'
import { listStuckJobs } from '../../src/store/jobs/stuck-jobs.ts'
import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import { enqueueJob } from '../../src/store/jobs/serial-queue-jobs.ts'
import { eventually } from '../faults/company/eventually.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const CODE = { invitationId: 'code', connectionId: 'c1' }
const CONNECTION = { connectionId: 'c1' }

const TELLING = { connectionId: 'c1', since: NOW.getTime() }

/** Each job with its payload, and the key under which it runs in order. */
const EXAMPLES: { readonly [Name in JobName]: readonly [JobPayload<Name>, string] } = {
  redeem: [CONNECTION, 'c1'],
  confirm: [CONNECTION, 'confirm c1'],
  expireInvitation: [CODE, 'code'],
  abandonConnection: [CONNECTION, 'c1'],
  expireApproval: [CONNECTION, 'approval c1'],
  noteSilence: [CONNECTION, 'silence c1'],
  contact: [CONNECTION, 'c1'],
  listen: [CONNECTION, 'listen c1'],
  collectAcceptance: [CODE, 'code'],
  confirmGrant: [CONNECTION, 'c1'],
  watchAcceptor: [CONNECTION, 'watch c1'],
  tellRefusal: [TELLING, 'tell c1'],
  publishRotation: [CONNECTION, 'c1'],
  terminate: [TELLING, 'c1'],
  backfill: [{ after: 'c0' }, 'instance'],
  callback: [CONNECTION, 'c1'],
  sendExchange: [CONNECTION, 'c1'],
  pollExchange: [CONNECTION, 'listen c1'],
  retryHeld: [{ connectionId: 'c1', retryId: 'r1' }, 'retry r1'],
  takeBulk: [{ bulkId: 'b1' }, 'bulk b1'],
  compareRecords: [CONNECTION, 'compare c1'],
  findDrift: [CONNECTION, 'drift c1'],
  bringIn: [CONNECTION, 'bring-in c1'],
  carryFiles: [CONNECTION, 'c1'],
  bringOffered: [CONNECTION, 'bring c1'],
  sendNotice: [{ deliveryId: 'd1', to: 'recipient' }, 'recipient'],
}

let dataDir = ''
let database: Database

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'accord-job-table-'))
  database = await openDatabase({ dataDir, databaseUrl: undefined })
})
afterAll(async () => {
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const stored = () => database.db.selectFrom('job').selectAll().where('state', '=', 'waiting').execute()

test.each(Object.keys(JOBS) as JobName[])(
  'what is stored of a job %s is read as that job, under its key',
  async (name) => {
    const [payload, key] = EXAMPLES[name]
    await database.transaction((transaction) => enqueue(transaction, name, payload as never, NOW))
    const [job] = await stored()
    expect(job).toMatchObject({ queue: JOBS[name].queue, queue_key: key })
    expect(readJob(JOBS[name].queue, JSON.parse(job?.payload ?? ''))).toEqual({ name, payload })
    await database.db.deleteFrom('job').execute()
    await database.db.deleteFrom('serial_queue').execute()
  },
)

test('two jobs of one queue never have the same kind', () => {
  const kinds = Object.values(JOBS).map(({ queue, kind }) => `${queue} ${kind}`)
  expect(new Set(kinds).size).toBe(kinds.length)
})

describe('a job that another release has stored', () => {
  const ran: ReadJob['name'][] = []
  const handlers = Object.fromEntries(
    Object.keys(JOBS).map((name) => [
      name,
      async () => {
        ran.push(name as JobName)
        return DONE
      },
    ]),
  ) as unknown as JobHandlers

  test.each([
    [
      'a kind that nobody knows',
      { kind: 'wed', connectionId: 'c1' },
      'This release knows no job wed of the queue handshake',
    ],
    ['no kind', { connectionId: 'c1' }, 'This release knows no job without a kind of the queue handshake'],
    ['a field too few', { kind: 'redeem' }, 'The payload of a job redeem is of another form: ✖ Invalid input'],
    ['a field too many', { kind: 'redeem', connectionId: 'c1', by: 'x' }, 'Unrecognized key: "by"'],
    ['no object', ['c1'], 'expected object'],
  ])('with %s is dead at once, says why, and lets the next one pass', async (_, payload, why) => {
    ran.length = 0
    await database.transaction(async (transaction) => {
      await enqueueJob(transaction, { queue: 'handshake', key: 'c1', payload, runAt: NOW })
      await enqueue(transaction, 'confirm', CONNECTION, NOW)
    })
    const worker = startSerialQueueWorker({
      database,
      handlers: createQueueHandlers(handlers, 60_000),
      log: pino({ level: 'silent' }),
      now: () => NOW,
      pollMs: 20,
    })
    try {
      await eventually('both jobs are done or dead', async () => ((await stored()).length === 0 ? true : undefined))
    } finally {
      await worker.stop()
    }
    const [dead] = await listStuckJobs(database.db, 5)
    expect(dead).toMatchObject({ queue: 'handshake', attempts: 1 })
    expect(dead?.lastError).toContain(why)
    expect(ran).toEqual(['confirm'])
    await database.db.deleteFrom('job').execute()
  })
})
