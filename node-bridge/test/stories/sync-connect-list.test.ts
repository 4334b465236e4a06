import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { SYNC_LIMITS } from '@accord/shared/sync'

import { readKeyList } from '../../src/sync/configuration/read-key-list.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import type { MemoryRecord } from '../trackers/memory/memory-records.ts'
import { refusalOf } from './company.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { pairsOf, publish, script, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 60_000

describe('a list of keys', () => {
  test('is read as spreadsheets write it', () => {
    const rows = [
      { line: 2, local: 'INC1', remote: 'ACC-7' },
      { line: 4, local: 'IN"C', remote: 'A,1' },
      { line: 5, local: '', remote: 'ACC-9' },
    ]
    for (const by of [',', ';', '\t'])
      expect(
        readKeyList(`\uFEFFLocal${by}Remote\r\nINC1${by}ACC-7\r\n\r\n"IN""C" ${by} "A,1"\r\n${by}ACC-9${by}\r\n`),
      ).toEqual(rows)
  })

  test('is read as an instance exports its table of pairs: the first line says where the keys stand', () => {
    const csv =
      '"pair_id","remote_key","state","local_key"\r\n"7f1e","ACC-7","linked","INC1"\r\n"9a2b","A,1","comparing","INC2"'
    expect(readKeyList(csv)).toEqual([
      { line: 2, local: 'INC1', remote: 'ACC-7' },
      { line: 3, local: 'INC2', remote: 'A,1' },
    ])
  })

  test.each([
    ['one key alone', 'INC1,ACC-7\nINC2', 'Line 2 '],
    ['three', 'a,b,c', 'Line 1 '],
    ['an open quote', '"a,b', 'Line 1 '],
    ['a key that is longer than any', `a,${'x'.repeat(SYNC_LIMITS.keyChars + 1)}`, 'Line 1 '],
    ['a header alone', 'local,remote', 'no records'],
    [
      'a pair that had no key at the other side yet',
      'local_key,state,remote_key\nINC1,linked,ACC-7\nINC2,starting,',
      'Line 3 ',
    ],
    ['too many', 'a,b\n'.repeat(SYNC_LIMITS.connectedRows + 1), '201 lines'],
  ])('that holds %s is refused and says where', (_what, csv, words) => {
    expect(() => readKeyList(csv)).toThrow(words)
  })
})

describe.each(databaseKinds())('records that stand at both sides are connected by a list, on $name', (kind) => {
  let both: SyncCompanies

  beforeAll(async () => {
    await kind.start()
    both = await startSyncCompanies(kind)
    const trigger = { query: 'urgency=1', isActive: true }
    for (const name of ['acme', 'globex'] as const) {
      const scripts = { outgoing: script('outgoing'), incoming: script('incoming') }
      expect((await publish(both[name], both.ids[name], { ...scripts, trigger })).faults).toEqual([])
    }
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    await kind.stop()
  })

  type Name = 'acme' | 'globex'
  const open = (name: Name, summary: string, values: Record<string, string> = {}) => {
    const record = both[name].tracker.create('incident', { short_description: summary, urgency: '3', ...values })
    both[name].tracker.comment('incident', record.id, `said of ${summary} at ${name}`)
    return record
  }
  const keyOf = (record: MemoryRecord) => String(valueOf(record, 'number'))
  const connect = async (name: Name, lines: readonly string[], isDryRun = false) => {
    const { rows } = await both[name].client.call('connectList', {
      params: { connectionId: both.ids[name] },
      body: { csv: lines.join('\n'), isDryRun, actor: 'abel.tuter' },
    })
    return rows.map(({ line, outcome }) => [line, outcome])
  }
  const pairs = async () => [
    ...(await pairsOf(both.acme, both.ids.acme)),
    ...(await pairsOf(both.globex, both.ids.globex)),
  ]

  test(
    'a dry run says of each line what would become of it and writes nothing; connected twice nothing is doubled',
    async () => {
      const ours = [
        open('acme', 'first'),
        open('acme', 'second'),
        open('acme', 'third', { correlation_id: 'INC0000003' }),
      ]
      const theirs = [open('globex', 'first there'), open('globex', 'second there'), open('globex', 'third there')]
      open('acme', 'same', { correlation_id: 'INC0000099' })
      open('acme', 'same', { correlation_id: 'INC0000099' })
      const [one, two] = ours.map(keyOf)
      const [there, second] = theirs.map(keyOf)
      const list = [
        'local,remote',
        `${one},${there}`,
        `${two},${second}`,
        ',INC0000003',
        'INC0000404,INC0000001',
        `${one},INC0000005`,
        ',INC0000099',
      ]
      const expected = [
        [2, 'would_link'],
        [3, 'would_link'],
        [4, 'would_link'],
        [5, 'missing'],
        [6, 'doubled'],
        [7, 'doubled'],
      ]
      expect(await connect('acme', list, true)).toEqual(expected)
      expect(await pairs()).toEqual([])

      const linked = expected.map(([line, outcome]) => [line, outcome === 'would_link' ? 'linked' : outcome])
      expect(await connect('acme', list)).toEqual(linked)
      const agreed = [`${there},${one}`, `${second},${two}`, `INC0000003,${keyOf(ours[2] as MemoryRecord)}`]
      // Globex names the same: before or after it has received Acme's wish.
      await connect('globex', agreed)
      await eventually('all three are linked at both sides', async () => {
        const states = (await pairs()).filter(({ state }) => state === 'linked')
        return states.length === 6 || undefined
      })
      await both.settled()
      expect((await connect('acme', list)).slice(0, 3)).toEqual([
        [2, 'already'],
        [3, 'already'],
        [4, 'already'],
      ])
      expect(await connect('acme', [`${one},${second}`])).toEqual([[1, 'doubled']])
      expect(both.globex.tracker.records.all()).toHaveLength(3)
      expect(both.acme.tracker.records.all()).toHaveLength(5)
      for (const [name, records] of [
        ['acme', ours],
        ['globex', theirs],
      ] as const)
        for (const { id } of records) expect(both[name].tracker.records.find('incident', id)?.entries).toHaveLength(2)
    },
    2 * STORY_MS,
  )

  test('what is no list is refused before anything is looked up', async () => {
    expect(await refusalOf(connect('acme', ['INC1']))).toMatchObject({ code: 'malformed' })
  })
})
