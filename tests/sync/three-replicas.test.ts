import { DEFAULT_API_BASE, INSTANCE_SYNC_API } from '@accord/shared/protocol'
import type { CanaryView, SyncConfiguration } from '@accord/shared/schemas'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { eventually } from '../../node-bridge/test/faults/company/eventually.ts'
import { type PostgresServer, startPostgres } from '../../node-bridge/test/postgres.ts'
import { isSettled, pairsOf } from '../../node-bridge/test/stories/sync-company.ts'
import { connectMemoryAndInstance, type MemoryAndInstance } from './memory-and-instance.ts'

const STARTING_MS = 300_000
const STORY_MS = 300_000
const WITHIN = { withinMs: 200_000 }
const REPLICAS = 3
const RECORDS = 12
/** Pairs that run new scripts first. */
const TRIED = 5
/** So long the instance takes to answer a read while a replica dies: the pairs that it reads are claimed meanwhile. */
const SLOW_MS = 4000

let server: PostgresServer
let both: MemoryAndInstance
let acme: MemoryAndInstance['acme']
let globex: MemoryAndInstance['globex']

beforeAll(async () => {
  server = await startPostgres()
  const databases = { acme: await server.createDatabase(), globex: await server.createDatabase() }
  both = await connectMemoryAndInstance(databases, REPLICAS)
  ;({ acme, globex } = both)
}, STARTING_MS)
afterAll(async () => {
  await both.close()
  await server.stop()
})

const until = (what: string, condition: () => Promise<boolean>) =>
  eventually(what, async () => (await condition()) || undefined, WITHIN)
const theirs = async () => await globex.instance.stored('incident').then((rows) => rows.filter(isOurs))
const isOurs = (row: Record<string, string | undefined>) => row['short_description']?.startsWith('record ') === true
const settled = () =>
  until('all is settled', async () => {
    const [row] = await globex.rows<{ count: string | number }>(
      'select count(*) as count from sync_pair where inbound_sealed is not null or outbound_sealed is not null',
    )
    return Number(row?.count) === 0 && (await pairsOf(acme, both.acmeId)).every(isSettled)
  })
const untilClaimed = () =>
  until('pairs are claimed', async () => {
    const [row] = await globex.rows<{ count: string | number }>(
      'select count(*) as count from sync_pair where claim_token is not null',
    )
    return Number(row?.count) > 0
  })

test(
  'each of three replicas dies in its turn while pairs are claimed: nothing is lost or doubled, and each pair keeps its order',
  async () => {
    const ours = Array.from({ length: RECORDS }, (_, place) =>
      acme.tracker.create('incident', { short_description: `record ${place}`, description: '0' }),
    )
    await until('Globex has all', async () => (await theirs()).length === RECORDS)
    await settled()
    let edit = 0
    const work = () => {
      edit += 1
      for (const { id } of ours) {
        acme.tracker.update('incident', id, { description: String(edit) })
        acme.tracker.comment('incident', id, `said ${edit}`)
      }
    }
    const { faults } = globex.instance.simulator
    for (let victim = 0; victim < REPLICAS; victim++) {
      const slow = faults.add({
        kind: 'latency',
        path: DEFAULT_API_BASE + INSTANCE_SYNC_API.read,
        delayMs: SLOW_MS,
      })
      work()
      await untilClaimed()
      await globex.node.kill()
      work()
      faults.remove(slow)
      await globex.node.start()
    }
    await until('the last edit is everywhere', async () =>
      (await theirs()).every((row) => row['description'] === String(edit)),
    )
    await settled()
    const records = await theirs()
    expect(records.map((row) => row['short_description']).toSorted()).toEqual(
      ours.map((_, place) => `record ${place}`).toSorted(),
    )
    const said = Array.from({ length: edit }, (_, place) => `Ann Author (Acme): said ${place + 1}`)
    const [entries, audit] = [
      await globex.instance.stored('sys_journal_field'),
      await globex.instance.stored('sys_audit'),
    ]
    for (const { sys_id: id } of records) {
      expect(entries.filter((row) => row['element_id'] === id).map((row) => row['value'])).toEqual(said)
      const seen = audit
        .filter((row) => row['documentkey'] === id && row['fieldname'] === 'description')
        .map((row) => Number(row['newvalue']))
      expect(seen).toEqual([...new Set(seen)].toSorted((left, right) => left - right))
      expect(seen.at(-1)).toBe(edit)
    }
  },
  STORY_MS,
)

test(
  'scripts that five pairs run first are run by five, however many replicas claim pairs at once; all others run by the published ones',
  async () => {
    await settled()
    const { table, outgoing, incoming } = (await globex.call(
      'readSyncConfiguration',
      undefined,
      both.globexId,
    )) as unknown as SyncConfiguration
    const canary = async () =>
      ((await globex.call('readCanary', undefined, both.globexId)) as unknown as CanaryView).canary
    const line = "if (replica.summary.startsWith('canary')) throw new Error('not yet')"
    await globex.call(
      'beginCanary',
      {
        table,
        outgoing: outgoing?.source,
        incoming: incoming?.source.replace(' }) => {', ` }) => {\n  ${line}`),
        basedOn: { outgoing: outgoing?.version, incoming: incoming?.version },
        pairs: TRIED,
        failures: TRIED,
      },
      both.globexId,
    )
    const names: string[] = []
    const open = () => {
      const name = `canary ${names.length}`
      names.push(name)
      acme.tracker.create('incident', { short_description: name })
    }
    for (let place = 0; place < RECORDS; place += 1) open()
    const isCanary = (row: Record<string, string | undefined>) => row['short_description']?.startsWith('canary')
    const there = async () => (await globex.instance.stored('incident')).filter(isCanary)
    // A pair of before that is only looked at may hold a place; it leaves it to the next one that has a message.
    const hasEnded = async () => {
      if ((await canary())?.state === 'fell_back') return true
      open()
      return undefined
    }
    await eventually('the last of the five has ended it', hasEnded, { ...WITHIN, everyMs: 3000 })
    expect((await canary())?.pairs.map(({ outcome }) => outcome)).toEqual(Array(TRIED).fill('failed'))
    await until('all are there by the published ones', async () => (await there()).length === names.length)
    await settled()
    expect((await there()).map((row) => row['short_description']).toSorted()).toEqual(names.toSorted())
  },
  STORY_MS,
)
