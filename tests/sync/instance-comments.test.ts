import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { systemCaller } from '../../instance-simulator/src/access/system-callers.ts'
import type { PlannedEntry, WritePlan } from '../../node-bridge/src/trackers/record.ts'
import type { Tracker } from '../../node-bridge/src/trackers/tracker.ts'
import { INCIDENT_ACCESS } from '../../now-app/test/sync/sync-instance.ts'
import { pairedTracker, type PairedTracker } from './paired-tracker.ts'

const ACCESS = {
  ...INCIDENT_ACCESS,
  write_fields: `${String(INCIDENT_ACCESS['write_fields'])},reassignment_count`,
  write_journals: 'comments,work_notes',
}

let paired: PairedTracker
let tracker: Tracker

beforeAll(async () => {
  paired = await pairedTracker()
  await paired.sync.allow('incident', ACCESS)
  tracker = paired.tracker({})
}, 300_000)
afterAll(() => paired.close())

const recordOf = async (id: string) => {
  const [read] = await tracker.read([{ table: 'incident', id }])
  if (read?.kind !== 'record') throw new Error(JSON.stringify(read))
  return read
}
const write = async (id: string, pair: string, plan: Partial<WritePlan>) => {
  const { version } = await recordOf(id)
  const whole = { fields: {}, entries: [], files: null, removesFiles: false, syncBack: false, unlink: false, ...plan }
  await tracker.apply([{ id: randomUUID(), pair, table: 'incident', recordId: id, onVersion: version, plan: whole }])
  await paired.sync.settled()
}
const journalOf = async (id: string) =>
  (await paired.sync.instance.stored('sys_journal_field'))
    .filter((row) => row['element_id'] === id)
    .map((row) => [row['element'], row['value']])
const entry = (more: Partial<PlannedEntry> = {}): PlannedEntry => ({
  key: 'there:1',
  journal: 'comments',
  body: 'Ann (Globex): hello',
  origin: 'there:1',
  ...more,
})

test('a thousand entries of one second are all read, each once and each time in the same order', async () => {
  const id = await paired.sync.incident()
  const values = Array.from({ length: 1000 }, (_, at) => `entry ${at}`)
  for (const value of values)
    paired.sync.instance.simulator.store.insert(
      'sys_journal_field',
      { name: 'incident', element: 'comments', element_id: id, value, sys_created_on: '2026-01-01 10:00:00' },
      systemCaller,
    )
  const bodies = (await recordOf(id)).record.comments.map(({ body }) => body)
  expect(bodies.toSorted()).toEqual(values.toSorted())
  expect((await recordOf(id)).record.comments.map(({ body }) => body)).toEqual(bodies)
}, 60_000)

test('a re-connect doubles nothing: an entry that an earlier pair has written is there once, in a journal that may not be read, too', async () => {
  const id = await paired.sync.incident()
  const entries = [entry(), entry({ key: 'there:2', origin: 'there:2', journal: 'work_notes', body: 'for us' })]
  await write(id, randomUUID(), { entries })
  await write(id, randomUUID(), { entries: [...entries, entry({ key: 'there:3', origin: 'there:3', body: 'new' })] })
  expect(await journalOf(id)).toEqual([
    ['comments', 'Ann (Globex): hello'],
    ['work_notes', 'for us'],
    ['comments', 'new'],
  ])
})

test('an entry that was edited at the other side is a marked new one, once for each wording, and does not travel back', async () => {
  const id = await paired.sync.incident()
  const pair = randomUUID()
  await write(id, pair, { entries: [entry()] })
  for (let times = 0; times < 2; times++)
    await write(id, pair, { entries: [entry({ body: 'Ann (Globex): hello, again', edition: 'second' })] })
  expect(await journalOf(id)).toEqual([
    ['comments', 'Ann (Globex): hello'],
    ['comments', '[edited] Ann (Globex): hello, again'],
  ])
  expect((await recordOf(id)).record.comments.map((comment) => comment.id)).toEqual(['there:1'])
})

test('a mention pings the wrong person: labels, markup and mentions of the other side are text', async () => {
  const id = await paired.sync.incident()
  const body = '[code]<b>bold</b>[/CODE] @[Admin] {{7*7}} <img src=x>\n\n  indented'
  await write(id, randomUUID(), { entries: [entry({ body })] })
  const [[, value] = []] = await journalOf(id)
  expect(value).toBe('[ code]<b>bold</b>[/ code] @ [Admin] {{7*7}} <img src=x>\n\n  indented')
})

test('a comment and a note of one update are two entries: each is read with its own visibility, and written into its own journal', async () => {
  await paired.sync.allow('incident', { ...ACCESS, read_journals: 'comments,work_notes' })
  const id = await paired.sync.incident()
  const words = 'the same words in both'
  await paired.sync.instance.mutate('update', 'incident', id, { comments: words, work_notes: words })
  await paired.sync.settled()
  const read = (await recordOf(id)).record.comments
  expect(read.map(({ body, internal }) => [body, internal]).toSorted()).toEqual([
    [words, false],
    [words, true],
  ])
  const other = await paired.sync.incident()
  const both = ['comments', 'work_notes'] as const
  const entries = both.map((journal) =>
    entry({ key: `there:${journal}`, origin: `there:${journal}`, journal, body: words }),
  )
  await write(other, randomUUID(), { entries })
  expect((await journalOf(other)).toSorted()).toEqual(both.map((journal) => [journal, words]))
  const written = (await recordOf(other)).record.comments
  expect(written.map(({ id: origin, internal }) => [origin, internal]).toSorted()).toEqual([
    ['there:comments', false],
    ['there:work_notes', true],
  ])
  await paired.sync.allow('incident', ACCESS)
  expect((await recordOf(other)).record.comments.map((each) => each.id)).toEqual(['there:comments'])
})

test.each([
  ['[[code]code]<i>', '[[ code]code]<i>'],
  ['[co[code]de]<i>[/[/code]code]', '[co[ code]de]<i>[/[/ code]code]'],
  ['@[@[Admin]', '@ [@ [Admin]'],
  ['@@[Admin]', '@@ [Admin]'],
])('markup that would stand there once other markup was taken out: %s', async (body, expected) => {
  const id = await paired.sync.incident()
  await write(id, randomUUID(), { entries: [entry({ body })] })
  expect(await journalOf(id)).toEqual([['comments', expected]])
})

test('an empty number is null, takes a number, and is emptied again', async () => {
  const id = await paired.sync.incident({ reassignment_count: '' })
  const valueOf = async () => (await recordOf(id)).record.fields['reassignment_count']
  for (const value of [null, 7, 0, null]) {
    if (value !== null || (await valueOf())?.value !== null)
      await write(id, randomUUID(), { fields: { reassignment_count: { type: 'number', value } } })
    expect(await valueOf()).toEqual({ type: 'number', value })
  }
})
