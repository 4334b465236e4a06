/** What was published stays: who, when, why and which text; what each version has done; and any of them can be read and published again. */
import { createHash } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, publish, script, untilRecord, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000

describe.each(databaseKinds())('the versions of scripts on $name', (kind) => {
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

  const globex = () => ({ client: both.globex.client, params: { connectionId: both.ids.globex } })
  const versions = async () => {
    const { client, params } = globex()
    return (await client.call('listRulesVersions', { params })).versions
  }
  const incoming = async (version: number) =>
    (await versions()).find((each) => each.direction === 'incoming' && each.version === version)
  const textOf = async (direction: 'outgoing' | 'incoming', version: number) => {
    const { client, params } = globex()
    return (await client.call('readRulesVersion', { params, body: { direction, version } })).source
  }
  const send = async (summary: string) => {
    both.acme.tracker.create('incident', { short_description: summary })
    return untilRecord('it is there', both.globex, (record) => valueOf(record, 'short_description') === summary)
  }

  test('each is listed with who, why and the hash of its text; what it has done is counted, and only for it', async () => {
    await send('by the first')
    await both.settled()
    const failing = script('incoming').replace(
      ' }) => {',
      " }) => {\n  if (replica.summary === 'no') throw new Error('no')",
    )
    await publish(both.globex, both.ids.globex, { incoming: failing, note: 'refuses no', actor: 'ada' })
    both.acme.tracker.create('incident', { short_description: 'no' })
    await eventually('the second has failed', async () => (await incoming(2))?.tally?.failures === 1 || undefined)
    const [second, ...before] = await versions()
    expect(second).toMatchObject({
      direction: 'incoming',
      version: 2,
      publishedBy: 'ada',
      note: 'refuses no',
      sha256: createHash('sha256').update(failing).digest('hex'),
      tally: { runs: 1, writes: 0, failures: 1 },
    })
    expect(before.map(({ direction, version, note }) => [direction, version, note]).toSorted()).toEqual([
      ['incoming', 1, ''],
      ['outgoing', 1, ''],
    ])
    expect((await incoming(1))?.tally).toMatchObject({ runs: 1, writes: 1, failures: 0 })
  })

  test('the text of an earlier one is there, and published again it is a version of its own that lets go what was held', async () => {
    const first = await textOf('incoming', 1)
    expect(first).toBe(script('incoming'))
    await publish(both.globex, both.ids.globex, { incoming: first, note: 'back to version 1' })
    await untilRecord('it came through', both.globex, (record) => valueOf(record, 'short_description') === 'no')
    await both.settled()
    expect(await incoming(3)).toMatchObject({ note: 'back to version 1', sha256: (await incoming(1))?.sha256 })
    await expect(textOf('incoming', 9)).rejects.toMatchObject({ problem: { code: 'rules_version_unknown' } })
  })

  test('what was counted since the last time is not lost by a stop', async () => {
    await send('before the stop')
    await both.settled()
    const runs = (await incoming(3))?.tally?.runs ?? 0
    await send('counted and not saved yet')
    await both.settled()
    await both.globex.restart()
    expect((await incoming(3))?.tally?.runs).toBe(runs + 1)
  })
})
