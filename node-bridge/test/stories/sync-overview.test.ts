/** The first page: what needs somebody, and how much moves, by what the pairs' histories say. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { lookForNeeds } from '../../src/notices/look-for-needs.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { contextOf } from '../notices/notice-kit.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, publish, script, type SyncCompany } from './sync-company.ts'

const STARTING_MS = 240_000
const STORY_MS = 180_000
const PATIENT = { withinMs: 120_000 }

const sumOf = (hours: readonly number[] | undefined) => (hours ?? []).reduce((sum, count) => sum + count, 0)

describe.each(databaseKinds())('the first page on $name', (kind) => {
  let both: SyncCompanies

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    await configureSync(both.acme, both.ids.acme)
    await configureSync(both.globex, both.ids.globex)
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  const overviewOf = (company: SyncCompany) => company.client.call('readOverview', {})
  const onlyOf = async (company: SyncCompany) => {
    const { connections } = await overviewOf(company)
    expect(connections).toHaveLength(1)
    return connections[0]
  }
  const stepsOf = async (company: SyncCompany, event: string): Promise<number> => {
    const { db } = company.bridge.services.context.database
    return (await db.selectFrom('item_event').select('id').where('event', '=', event).execute()).length
  }
  /** Counted in memory and written each ten seconds. */
  const untilCounted = (company: SyncCompany, hours: 'sent' | 'received' | 'waited', event: string) =>
    eventually(
      `${company.name} has counted what was ${hours}`,
      async () => sumOf((await onlyOf(company))?.[hours]) === (await stepsOf(company, event)) || undefined,
      PATIENT,
    )

  test('before anything moves the connection is there and quiet, and nothing needs anybody', async () => {
    const { needs, moreNeeds, connections, more } = await overviewOf(both.acme)
    expect({ needs, moreNeeds, more }).toEqual({ needs: [], moreNeeds: false, more: false })
    expect(connections).toMatchObject([
      { id: both.ids.acme, state: 'active', p50Ms: null, p95Ms: null, oldestMovingAt: null, held: 0 },
    ])
    expect(sumOf(connections[0]?.sent) + sumOf(connections[0]?.received)).toBe(0)
  })

  test(
    'each change that the other side has applied is one that was sent here and received there, with how long it took',
    async () => {
      const { acme, globex } = both
      for (const name of ['one', 'two', 'three']) acme.tracker.create('incident', { short_description: name })
      await eventually(
        'Globex has all three',
        async () => (await stepsOf(globex, 'applied')) >= 3 || undefined,
        PATIENT,
      )
      await both.settled()
      await untilCounted(acme, 'sent', 'appliedThere')
      await untilCounted(globex, 'received', 'applied')
      const here = await onlyOf(acme)
      expect(here?.p50Ms).toBeGreaterThan(0)
      expect(here?.p95Ms).toBeGreaterThanOrEqual(here?.p50Ms ?? Infinity)
      expect(here).toMatchObject({ held: 0, oldestMovingAt: null })
    },
    STORY_MS,
  )

  test(
    'what waits for a person is counted where it waits, and stands above with its cause and nothing of the mail settings',
    async () => {
      const { acme, globex, ids } = both
      const throwing = script('incoming').replace('=> {', "=> {\n  if (replica.summary === 'no') throw new Error('no')")
      await publish(globex, ids.globex, { incoming: throwing })
      acme.tracker.create('incident', { short_description: 'no' })
      await eventually(
        'one waits at Globex',
        async () => ((await onlyOf(globex))?.held === 1 ? true : undefined),
        PATIENT,
      )
      await untilCounted(globex, 'waited', 'held')
      const { database } = globex.bridge.services.context
      const nobody = contextOf(database, 0, { at: new Date() }, { mailer: undefined, operators: [] })
      await lookForNeeds(nobody, 'story')
      const { needs } = await overviewOf(globex)
      expect(needs).toEqual([
        {
          cause: 'pairs_held',
          subject: 'script_threw',
          connection: { id: ids.globex, name: expect.any(String) },
          count: 1,
          since: expect.any(String),
        },
      ])
      expect((await onlyOf(acme))?.held).toBe(0)
      // Publishing tries what waits. That it is over is known at once, long before notices take it for over.
      await publish(globex, ids.globex, { incoming: script('incoming') })
      await eventually('nothing waits', async () => (await onlyOf(globex))?.held === 0 || undefined, PATIENT)
      expect((await overviewOf(globex)).needs).toEqual([])
    },
    STORY_MS,
  )

  test(
    'a node that is stopped has written all that it has counted',
    async () => {
      const { acme } = both
      // What the published script has let go may still be on its way.
      await both.settled()
      const before = await stepsOf(acme, 'appliedThere')
      acme.tracker.create('incident', { short_description: 'four' })
      await eventually(
        'the answer is here',
        async () => (await stepsOf(acme, 'appliedThere')) > before || undefined,
        PATIENT,
      )
      await acme.restart()
      expect(sumOf((await onlyOf(acme))?.sent)).toBe(await stepsOf(acme, 'appliedThere'))
    },
    STORY_MS,
  )
})
