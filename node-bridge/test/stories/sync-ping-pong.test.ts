/** The rules of two instances undo each other's work. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SyncItem } from '@accord/shared/schemas'
import { SYNC_LIMITS } from '@accord/shared/sync'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import type { MemoryTable } from '../trackers/memory/memory-records.ts'
import { accept, initiate, untilState } from './company.ts'
import {
  configureSync,
  INCIDENT_ONLY,
  pairsOf,
  startSyncCompany,
  type SyncCompany,
  untilRecord,
  valueOf,
} from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 120_000
const PATIENT = { withinMs: STORY_MS }

/** Whatever is written to a record that is disputed, its state becomes this one again. */
const insisting = (state: string, isOn: () => boolean): Readonly<Record<string, MemoryTable>> => ({
  incident: {
    ...INCIDENT_ONLY.incident,
    derive: ({ short_description }) => (isOn() && short_description?.value === 'disputed' ? { state } : ({} as never)),
  },
})

describe.each(databaseKinds())('two sides whose rules undo each other, on $name', (kind) => {
  let acme: SyncCompany
  let globex: SyncCompany
  let ids: { readonly acme: string; readonly globex: string }
  let isAtOdds = true

  beforeAll(async () => {
    await kind.start()
    acme = await startSyncCompany(
      'Acme',
      (await kind.fresh()).databaseUrl,
      {},
      insisting('1', () => isAtOdds),
    )
    globex = await startSyncCompany(
      'Globex',
      (await kind.fresh()).databaseUrl,
      {},
      insisting('2', () => true),
    )
    const { connection, code } = await initiate(acme)
    ids = { acme: connection.id, globex: (await accept(globex, code)).id }
    await untilState(acme, ids.acme, 'active')
    await configureSync(acme, ids.acme)
    await configureSync(globex, ids.globex)
  }, STARTING_MS)
  afterAll(async () => {
    await Promise.all([acme.close(), globex.close()])
    await kind.stop()
  })

  const itemsAt = async ({ client }: SyncCompany, connectionId: string): Promise<readonly SyncItem[]> =>
    (await client.call('listSyncItems', { params: { connectionId }, query: {} })).items
  const heldItems = async () => {
    const both = await Promise.all([itemsAt(acme, ids.acme), itemsAt(globex, ids.globex)])
    return both.map((items) => items.filter(({ faults }) => faults.some(({ code }) => code === 'ping_pong')))
  }

  test(
    'stop after twenty turns, with the path that flaps by name, and every other pair goes on',
    async () => {
      acme.tracker.create('incident', { short_description: 'disputed' })
      const held = await eventually('the pair is held', async () => (await heldItems()).flat()[0], PATIENT)
      expect(held.faults[0]).toMatchObject({ code: 'ping_pong', paths: ['/status'] })
      const turns = async () => {
        const pairs = [...(await pairsOf(acme, ids.acme)), ...(await pairsOf(globex, ids.globex))]
        return pairs.map(({ sentSeq }) => sentSeq)
      }
      acme.tracker.create('incident', { short_description: 'undisputed' })
      await untilRecord('the other arrives', globex, (each) => valueOf(each, 'short_description') === 'undisputed')
      for (const count of await turns()) expect(count).toBeLessThanOrEqual(SYNC_LIMITS.pingPong.turns)
    },
    STORY_MS,
  )

  test(
    'and go on by a retry once the rules agree, at the other side as well if that has counted as many',
    async () => {
      isAtOdds = false
      const isRetried = async () => {
        for (const [place, items] of (await heldItems()).entries())
          for (const { id } of items)
            await [acme, globex][place]?.client.call('retrySyncItem', { params: { itemId: id }, body: { actor: 'a' } })
        const disputed = acme.tracker.records.all().find((each) => valueOf(each, 'short_description') === 'disputed')
        return (disputed && valueOf(disputed, 'state') === '2') || undefined
      }
      await eventually('Acme has what Globex insists on', isRetried, PATIENT)
      await eventually('nothing is held', async () => (await heldItems()).flat().length === 0 || undefined, PATIENT)
    },
    STORY_MS,
  )
})
