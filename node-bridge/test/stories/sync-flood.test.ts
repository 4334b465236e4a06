/** A peer that sends more than its share is slowed down and named; other connections go on. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { countReceiving } from '../../src/store/sync/unsent-pairs.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { accept, initiate, readEvents, untilState } from './company.ts'
import { configureSync, pairsOf, script, startSyncCompany, type SyncCompany, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 180_000
const PATIENT = { withinMs: STORY_MS }
const WAITING = 20
const RECORDS_PER_HOUR = 60
const FLOOD = 100

/** What comes from the peer that floods takes long. */
const SLOW = script('incoming').replace(
  '=> {',
  `=> {
  if (replica.summary?.startsWith('flood')) for (let round = 0; round < 4000; round++) entity.short_description`,
)

describe.each(databaseKinds())('a peer that floods, on $name', (kind) => {
  let globex: SyncCompany
  let flooding: SyncCompany
  let quiet: SyncCompany
  let ids: {
    readonly flooding: string
    readonly fromFlooding: string
    readonly quiet: string
    readonly fromQuiet: string
  }

  const connect = async (company: SyncCompany) => {
    const named = { localShortName: company.name, remoteShortName: 'Globex', name: `${company.name}_to_Globex` }
    const { connection, code } = await initiate(company, named)
    const accepted = await accept(globex, code, `Globex_from_${company.name}`)
    await untilState(company, connection.id, 'active')
    await configureSync(company, connection.id)
    await configureSync(globex, accepted.id, { incoming: SLOW })
    const trigger = { query: 'urgency=1', isActive: false }
    const { outgoing, incoming } = await globex.client.call('readSyncConfiguration', {
      params: { connectionId: accepted.id },
    })
    await globex.client.call('publishSync', {
      params: { connectionId: accepted.id },
      body: {
        table: 'incident',
        outgoing: outgoing?.source ?? '',
        incoming: incoming?.source ?? '',
        trigger,
        basedOn: { outgoing: outgoing?.version ?? 0, incoming: incoming?.version ?? 0 },
        actor: 'beth.anglin',
      },
    })
    return [connection.id, accepted.id] as const
  }

  beforeAll(async () => {
    await kind.start()
    globex = await startSyncCompany('Globex', (await kind.fresh()).databaseUrl, {
      ACCORD_SYNC_WAITING_MESSAGES: String(WAITING),
      ACCORD_SYNC_NEW_RECORDS_PER_HOUR: String(RECORDS_PER_HOUR),
    })
    flooding = await startSyncCompany('Flood', (await kind.fresh()).databaseUrl)
    quiet = await startSyncCompany('Quiet', (await kind.fresh()).databaseUrl)
    const [first, fromFirst] = await connect(flooding)
    const [second, fromSecond] = await connect(quiet)
    ids = { flooding: first, fromFlooding: fromFirst, quiet: second, fromQuiet: fromSecond }
  }, STARTING_MS)
  afterAll(async () => {
    await Promise.all([globex.close(), flooding.close(), quiet.close()])
    await kind.stop()
  })

  const db = () => globex.bridge.services.context.database.db
  const begun = () => pairsOf(globex, ids.fromFlooding)

  test(
    'no more than its share waits here or begins here, its admin reads which peer and what, and another connection goes on',
    async () => {
      for (let place = 0; place < FLOOD; place++)
        flooding.tracker.create('incident', { short_description: `flood ${place}` })
      const most: number[] = []
      const entry = await eventually(
        'the log says who floods',
        async () => {
          most.push(await countReceiving(db(), ids.fromFlooding, 10 * FLOOD))
          const { log } = await globex.client.call('readConnection', { params: { connectionId: ids.fromFlooding } })
          return log.find(({ event }) => event === 'peerSlowedDown')
        },
        PATIENT,
      )
      expect(entry.detail).toContain('Flood')
      quiet.tracker.create('incident', { short_description: 'Mail is down' })
      const hasArrived = () =>
        globex.tracker.records.all().some((each) => valueOf(each, 'short_description') === 'Mail is down')
      await eventually('Globex has it', () => hasArrived() || undefined, PATIENT)
      most.push(await countReceiving(db(), ids.fromFlooding, 10 * FLOOD))
      expect(Math.max(...most)).toBeLessThanOrEqual(WAITING)
      expect(await readEvents(globex, ids.fromQuiet)).not.toContain('peerSlowedDown')
    },
    STORY_MS,
  )

  test(
    'what is over the share of an hour stays with the peer, and arrives in the next one',
    async () => {
      await eventually(
        'its share has begun',
        async () => (await begun()).length >= RECORDS_PER_HOUR || undefined,
        PATIENT,
      )
      // One a minute is what an hour's share comes to.
      expect((await begun()).length).toBeLessThan(RECORDS_PER_HOUR + 10)
      expect((await pairsOf(flooding, ids.flooding)).length).toBe(FLOOD)
      globex.shiftClock(3_600_000)
      await eventually('all have begun', async () => (await begun()).length === FLOOD || undefined, PATIENT)
      await eventually('all are written', () => globex.tracker.records.all().length === FLOOD + 1 || undefined, PATIENT)
    },
    STORY_MS,
  )
})
