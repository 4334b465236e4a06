import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import {
  pairsOf,
  publish,
  script,
  startSyncCompany,
  type SyncCompany,
  untilSettled,
  untilRecord,
  valueOf,
} from './sync-company.ts'

const STARTING_MS = 120_000

describe.each(databaseKinds())('records of two teams on one instance are kept equal, on $name', (kind) => {
  let acme: SyncCompany
  let ids: { readonly dev: string; readonly test: string }

  beforeAll(async () => {
    await kind.start()
    acme = await startSyncCompany('Acme', (await kind.fresh()).databaseUrl)
    const { connection } = await acme.client.call('initiateConnection', {
      body: {
        requestId: randomUUID(),
        destinationUrl: acme.proxy.url,
        mode: 'script',
        localShortName: 'Dev',
        remoteShortName: 'Test',
        name: 'Dev_to_Test',
        description: 'Two teams on one instance',
        actor: 'abel.tuter',
      },
    })
    const { connections } = await acme.client.call('listConnections')
    const other = connections.find(({ id }) => id !== connection.id)
    ids = { dev: connection.id, test: other?.id ?? '' }
    const scripts = { outgoing: script('outgoing'), incoming: script('incoming') }
    // Every record is meant: also the one that the other end makes, which is in the pair already.
    await publish(acme, ids.dev, { ...scripts, trigger: { query: 'impact=1', isActive: true } })
    await publish(acme, ids.test, { ...scripts, trigger: { query: '', isActive: false } })
  }, STARTING_MS)
  afterAll(async () => {
    await acme.close()
    await kind.stop()
  })

  const settled = () =>
    untilSettled([
      [acme, ids.dev],
      [acme, ids.test],
    ])
  const halves = () => {
    const [ours, theirs] = acme.tracker.records.all()
    return { ours: ours?.id ?? '', theirs: theirs?.id ?? '' }
  }
  const bodiesOf = (id: string) =>
    acme.tracker.records.all().flatMap((record) => (record.id === id ? record.entries.map(({ body }) => body) : []))

  test('a record makes one other, which makes none', async () => {
    acme.tracker.create('incident', { short_description: 'Mail is down', impact: '1' })
    await eventually('its half is there', async () => (acme.tracker.records.all().length === 2 ? true : undefined))
    await settled()
    // Three scans.
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(acme.tracker.records.all().map((record) => valueOf(record, 'short_description'))).toEqual([
      'Mail is down',
      'Mail is down',
    ])
    expect(await pairsOf(acme, ids.dev)).toHaveLength(1)
    expect(await pairsOf(acme, ids.test)).toHaveLength(1)
  })

  test('changes and comments go both ways, each once', async () => {
    const { ours, theirs } = halves()
    acme.tracker.comment('incident', ours, 'hello')
    await eventually('the half has it', async () => (bodiesOf(theirs).length === 1 ? true : undefined))
    acme.tracker.comment('incident', theirs, 'hello yourself')
    acme.tracker.comment('incident', theirs, 'between us', true)
    acme.tracker.update('incident', theirs, { state: '2' })
    await eventually('the first has the answer', async () => (bodiesOf(ours).length === 2 ? true : undefined))
    await untilRecord(
      'the first has the state',
      acme,
      (record) => record.id === ours && valueOf(record, 'state') === '2',
    )
    await settled()
    expect(bodiesOf(ours)).toEqual(['hello', 'Ann Author (Test): hello yourself'])
    expect(bodiesOf(theirs)).toEqual(['Ann Author (Dev): hello', 'hello yourself', 'between us'])
  })
})
