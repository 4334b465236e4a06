/** Connections that form a circle: a change that has been somewhere does not come there again, and says why. */
import { setTimeout as delay } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SyncItem } from '@accord/shared/schemas'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { startCircle, type Circle, type CircleCompany } from './sync-circle-companies.ts'
import { pairsOf, script, untilRecord, valueOf } from './sync-company.ts'

const STARTING_MS = 240_000
const STORY_MS = 120_000
const PATIENT = { withinMs: STORY_MS }
/** Scans come every 200 ms here. */
const SOME_SCANS_MS = 1_500

/** Each connection makes another text of it: without an end it would grow for ever. */
const LOSSY = {
  outgoing: script('outgoing').replace(
    'replica.summary = entity.short_description',
    'replica.summary = `${entity.short_description}!`',
  ),
}

const itemsAt = async ({ client }: CircleCompany, connectionId: string): Promise<readonly SyncItem[]> =>
  (await client.call('listSyncItems', { params: { connectionId }, query: {} })).items

const summariesOf = ({ tracker }: CircleCompany) =>
  tracker.records.all().map((record) => valueOf(record, 'short_description'))

const untilSummary = (company: CircleCompany, summary: string) =>
  untilRecord(`${company.name} has ${summary}`, company, (each) => valueOf(each, 'short_description') === summary)

const untilLoop = (company: CircleCompany) =>
  eventually(
    `${company.name} has found the circle`,
    async () => (await itemsAt(company, company.toNext)).find(({ faults }) => faults[0]?.code === 'loop'),
    PATIENT,
  )

const sentOf = async (companies: readonly CircleCompany[]) => {
  const ends = companies.flatMap((company) => [company.toNext, company.fromLast].map((id) => pairsOf(company, id)))
  return (await Promise.all(ends)).flat().map(({ epochs, sentSeq, doneSeq }) => [epochs.ours, sentSeq, doneSeq])
}

/** Nothing is sent any more, however often everything is looked at. */
async function untilQuiet(companies: readonly CircleCompany[]): Promise<void> {
  let before = await sentOf(companies)
  await eventually(
    'nothing is sent any more',
    async () => {
      await delay(SOME_SCANS_MS)
      const now = await sentOf(companies)
      const isQuiet = JSON.stringify(now) === JSON.stringify(before)
      before = now
      return isQuiet || undefined
    },
    PATIENT,
  )
}

describe.each(databaseKinds())('three connections in a circle, on $name', (kind) => {
  let circle: Circle
  let acme: CircleCompany
  let globex: CircleCompany
  let initech: CircleCompany

  beforeAll(async () => {
    await kind.start()
    circle = await startCircle(kind, ['Acme', 'Globex', 'Initech'])
    ;[acme, globex, initech] = circle.companies as [CircleCompany, CircleCompany, CircleCompany]
  }, STARTING_MS)
  afterAll(async () => {
    await circle.close()
    await kind.stop()
  })

  test(
    'a record goes round to the last of them, is not made again where it came from, and the last says why',
    async () => {
      acme.tracker.create('incident', { short_description: 'Mail is down' })
      await untilSummary(globex, 'Mail is down')
      await untilSummary(initech, 'Mail is down')
      const { faults } = await untilLoop(initech)
      expect(faults).toMatchObject([{ side: 'here', direction: 'outgoing', code: 'loop' }])
      expect(faults[0]?.message).toBe(
        'The change came to this record by Initech_from_Globex, and has been at Acme before: it goes round in a circle and was not sent back there.',
      )
      await untilQuiet(circle.companies)
      expect(circle.companies.map(summariesOf)).toEqual([['Mail is down'], ['Mail is down'], ['Mail is down']])
      expect(await pairsOf(acme, acme.fromLast)).toEqual([])
    },
    STORY_MS,
  )

  test(
    'what anybody changes afterwards reaches the others by the connections that are left, both ways round',
    async () => {
      const ours = acme.tracker.records.all()[0]
      acme.tracker.update('incident', ours?.id ?? '', { short_description: 'Mail is slow' })
      await untilSummary(initech, 'Mail is slow')
      const theirs = initech.tracker.records.all()[0]
      initech.tracker.update('incident', theirs?.id ?? '', { short_description: 'Mail is back' })
      await untilSummary(acme, 'Mail is back')
      await untilQuiet(circle.companies)
      // A person who tries it again learns the same: a record is made nowhere twice.
      const { id } = await untilLoop(initech)
      await initech.client.call('retrySyncItem', { params: { itemId: id }, body: { actor: 'abel.tuter' } })
      await untilQuiet(circle.companies)
      await untilLoop(initech)
      expect(circle.companies.map(summariesOf)).toEqual([['Mail is back'], ['Mail is back'], ['Mail is back']])
    },
    STORY_MS,
  )
})

describe.each(databaseKinds().slice(0, 1))('circles of other shapes, on $name', (kind) => {
  beforeAll(() => kind.start())
  afterAll(() => kind.stop())

  test(
    'of six connections: what has come through five instances goes no further, and is not made again at the first',
    async () => {
      const circle = await startCircle(kind, ['One', 'Two', 'Three', 'Four', 'Five', 'Six'])
      const [first, ...others] = circle.companies as [CircleCompany, ...CircleCompany[]]
      first.tracker.create('incident', { short_description: 'round' })
      for (const company of others) await untilSummary(company, 'round')
      const { faults } = await untilLoop(circle.companies[5] as CircleCompany)
      expect(faults[0]?.message).toBe(
        'The change came to this record by Six_from_Five, after it had left here before or gone through five instances: it goes no further, to One neither.',
      )
      await untilQuiet(circle.companies)
      expect(circle.companies.map((company) => summariesOf(company).length)).toEqual([1, 1, 1, 1, 1, 1])
      await circle.close()
    },
    STARTING_MS,
  )

  test(
    'of three records that are connected all round, by rules that change what they hand on: it comes to rest',
    async () => {
      const circle = await startCircle(kind, ['Acme', 'Globex', 'Initech'], { scripts: LOSSY, quiet: [2] })
      const [acme, globex, initech] = circle.companies as [CircleCompany, CircleCompany, CircleCompany]
      const ours = acme.tracker.create('incident', { short_description: 'a' })
      await untilSummary(globex, 'a!')
      const theirs = await untilSummary(initech, 'a!!')
      await untilQuiet(circle.companies)
      const actor = 'abel.tuter'
      const [localKey, remoteKey] = [theirs, ours].map((record) => String(valueOf(record, 'number'))) as [
        string,
        string,
      ]
      const connect = (company: CircleCompany, connectionId: string, body: { localKey: string; remoteKey: string }) =>
        company.client.call('connectRecords', { params: { connectionId }, body: { ...body, actor } })
      await connect(initech, initech.toNext, { localKey, remoteKey })
      await eventually(
        'Acme holds it',
        async () => (await itemsAt(acme, acme.fromLast)).some(({ status }) => status === 'held') || undefined,
        PATIENT,
      )
      await connect(acme, acme.fromLast, { localKey: remoteKey, remoteKey: localKey })
      await untilQuiet(circle.companies)

      acme.tracker.update('incident', ours.id, { short_description: 'b' })
      await untilSummary(globex, 'b!')
      await untilQuiet(circle.companies)
      // Nothing has come back to where it was changed, whatever the others have of it.
      expect(summariesOf(acme)).toEqual(['b'])
      for (const company of [globex, initech]) expect(summariesOf(company)[0]).toMatch(/^b!!?$/u)
      await circle.close()
    },
    STARTING_MS,
  )
})
