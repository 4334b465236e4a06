/** What travels at a time: bytes that are outstanding, the size of an exchange, and the time for which a side was asked to wait. */
import { randomBytes } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { LIMITS } from '@accord/shared/protocol'
import { ExchangeAnswer, ExchangeRequest } from '@accord/shared/schemas'
import { SYNC_LIMITS } from '@accord/shared/sync'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import type { Passing } from '../faults/network/proxy.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, INCIDENT_ONLY, pairsOf } from './sync-company.ts'

const STARTING_MS = 240_000
const STORY_MS = 240_000
const PATIENT = { withinMs: STORY_MS }
const RECORDS = 55
/** With the words around it just below what a message holds; two of them have no place in one exchange with four others. */
const DESCRIPTION_CHARS = 170_000
const WAITING = 1

interface Exchanged {
  readonly bytes: number
  readonly messages: readonly string[]
  readonly at: number
  readonly retryAfterMs: number
}

function exchangedIn({ path, body, answer }: Passing): Exchanged | undefined {
  if (!path.endsWith('/exchange') || !answer) return undefined
  const { messages } = ExchangeRequest.parse(JSON.parse(body.toString()))
  const read = ExchangeAnswer.safeParse(JSON.parse(answer.body.toString()))
  return { bytes: body.length, messages, at: Date.now(), retryAfterMs: read.data?.retryAfterMs ?? 0 }
}

describe.each(databaseKinds())('what is on its way at a time, on $name', (kind) => {
  let both: SyncCompanies
  const exchanged: Exchanged[] = []

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    await configureSync(both.acme, both.ids.acme)
    await configureSync(both.globex, both.ids.globex)
    both.globex.proxy.onStep((step, request) => {
      const seen = step === 'answered' ? exchangedIn(request) : undefined
      if (seen) exchanged.push(seen)
    })
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  test(
    'eight megabytes at most wait for their results, and the rest is sent once those are there',
    async () => {
      const { acme, globex, ids } = both
      globex.tracker.sleep(true)
      for (let place = 0; place < RECORDS; place++)
        acme.tracker.create('incident', {
          short_description: `large ${place}`,
          description: randomBytes(DESCRIPTION_CHARS / 2).toString('hex'),
        })
      const pairs = () => pairsOf(acme, ids.acme)
      await eventually(
        'all are ready to be sent',
        async () => (await pairs()).filter(({ outbound }) => outbound).length === RECORDS || undefined,
        PATIENT,
      )
      const received = async () => (await pairs()).filter(({ outbound }) => outbound?.phase === 'received').length
      const bytesSent = () =>
        [...new Set(exchanged.flatMap(({ messages }) => messages))].reduce((sum, { length }) => sum + length, 0)
      // Almost all that may be, or else the number of messages, or the machine, has held up the rest; and the same again
      // after a few further turns of the queue: nothing more goes out.
      const almostAll = SYNC_LIMITS.outstandingBytes - 2 * SYNC_LIMITS.messageBytes
      let last = -1
      await eventually(
        'no more is sent',
        async () => {
          const before = last
          last = await received()
          return (bytesSent() > almostAll && last === before) || undefined
        },
        { ...PATIENT, everyMs: 2500 },
      )
      expect(bytesSent()).toBeLessThanOrEqual(SYNC_LIMITS.outstandingBytes)
      expect(last).toBeLessThan(RECORDS)
      globex.tracker.sleep(false)
      await eventually('all are written', () => globex.tracker.records.all().length === RECORDS || undefined, PATIENT)
    },
    STORY_MS,
  )

  test('an exchange has a limit of its own, above that of other calls, and keeps to it', () => {
    const bytes = exchanged.map((each) => each.bytes)
    expect(Math.max(...bytes)).toBeGreaterThan(LIMITS.bodyBytes)
    expect(Math.max(...bytes)).toBeLessThanOrEqual(SYNC_LIMITS.exchangeBytes)
  })
})

test(
  'who was asked to wait sends no message of that connection before',
  async () => {
    const [sqlite] = databaseKinds()
    if (!sqlite) throw new Error('No database')
    const settings = { ACCORD_SYNC_WAITING_MESSAGES: String(WAITING) }
    const both = await startSyncCompanies(sqlite, INCIDENT_ONLY, settings)
    const { acme, globex, ids } = both
    const seen: Exchanged[] = []
    const begun: { readonly at: number; readonly messages: number }[] = []
    globex.proxy.onStep((step, request) => {
      if (step === 'arrived' && request.path.endsWith('/exchange'))
        begun.push({
          at: Date.now(),
          messages: ExchangeRequest.parse(JSON.parse(request.body.toString())).messages.length,
        })
      const exchange = step === 'answered' ? exchangedIn(request) : undefined
      if (exchange) seen.push(exchange)
    })
    try {
      await configureSync(acme, ids.acme)
      await configureSync(globex, ids.globex)
      for (let place = 0; place < 20; place++) acme.tracker.create('incident', { short_description: `many ${place}` })
      await eventually('all are written', () => globex.tracker.records.all().length === 20 || undefined, PATIENT)
      const asked = seen.filter(({ retryAfterMs }) => retryAfterMs > 0)
      expect(asked.length).toBeGreaterThan(0)
      for (const { at, retryAfterMs } of asked)
        expect(begun.filter((call) => call.messages > 0 && call.at > at && call.at < at + retryAfterMs)).toEqual([])
    } finally {
      await both.close()
      await sqlite.stop()
    }
  },
  STORY_MS,
)
