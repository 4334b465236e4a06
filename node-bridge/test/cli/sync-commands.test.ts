/** What an operator sees and does with the pairs of a connection, in words and as JSON. */
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { eventually } from '../faults/company/eventually.ts'
import { type SyncCompanies, startSyncCompanies } from '../stories/sync-companies.ts'
import { configureSync, INCIDENT_ONLY, publish, script, untilRecord, valueOf } from '../stories/sync-company.ts'
import { runCommand } from './run-command.ts'

const TOKEN = 'operator-token-of-this-test-and-no-other'
const SECRET = 'the planted word'
const BREAKS = `if (replica.summary === 'breaks') throw new Error(replica.description)`

let both: SyncCompanies
let dir = ''
let name = ''

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'accord-sync-'))
  both = await startSyncCompanies({ fresh: async () => ({}) }, INCIDENT_ONLY, { ACCORD_OPERATOR_TOKEN: TOKEN })
  await configureSync(both.acme, both.ids.acme)
  await configureSync(both.globex, both.ids.globex)
  name = (await both.globex.client.call('readConnection', { params: { connectionId: both.ids.globex } })).connection
    .name
}, 120_000)
afterAll(async () => {
  await both.close()
  rmSync(dir, { recursive: true, force: true })
})

const sync = (...words: readonly string[]) =>
  runCommand(['sync', ...words], { ACCORD_URL: both.globex.bridge.listenUrl, ACCORD_OPERATOR_TOKEN: TOKEN })
const until = (what: string, words: readonly string[], text: string | RegExp) =>
  eventually(what, async () => {
    const answer = await sync(...words)
    return (typeof text === 'string' ? answer.text.includes(text) : text.test(answer.text)) ? answer : undefined
  })
const withLine = (line: string) => script('incoming').replace(' }) => {', ` }) => {\n  ${line}`)

test('pairs come, one waits with its cause, and after a new script it goes through by a command', async () => {
  expect((await sync('status')).text).toMatch(/IN SYNC.*\n.*\b0\b/u)
  await publish(both.globex, both.ids.globex, { incoming: withLine(BREAKS) })
  both.acme.tracker.create('incident', { short_description: 'Mail is down' })
  both.acme.tracker.create('incident', { short_description: 'breaks', description: SECRET })
  const waiting = await until('one waits', ['status', name], '1 × ')
  expect([waiting.isRefusal, waiting.text]).toEqual([true, expect.stringContaining('(script_threw)')])
  expect(JSON.stringify(waiting.json)).not.toContain(SECRET)
  const held = await sync('pairs', name, '--filter', 'held')
  expect(held.text).toMatch(/script_threw/u)
  const { items } = held.json as { items: readonly { id: string }[] }
  expect(items).toHaveLength(1)
  expect((await sync('retry', name, '--cause', 'value_unmapped')).text).toBe('Nothing waits with that.')
  expect((await sync('retry', name, '--cause', 'script_threw')).text).toBe('1 are tried again, one after the other.')
  await until('it has failed again', ['status', name], '1 × ')
  await expect(sync('retry')).rejects.toThrow('Name a connection, or one pair with --pair.')
  await publish(both.globex, both.ids.globex, { incoming: script('incoming') })
  await untilRecord('it is there', both.globex, (record) => valueOf(record, 'short_description') === 'breaks')
  await both.settled()
  const status = await sync('status')
  expect([status.isRefusal, status.text]).toEqual([false, expect.stringContaining(name)])
  const all = await sync('pairs', name, '--all', '--limit', '1')
  expect((all.json as { items: readonly object[]; next: null }).items).toHaveLength(2)
  expect((await sync('pairs', name, '--limit', '1')).text).toContain('There are more: --after ')
})

test('scripts that some pairs run first are seen in the status, until a command decides', async () => {
  expect((await sync('canary', name)).text).toContain('No scripts were ever tried')
  const { table, outgoing, incoming } = await both.globex.client.call('readSyncConfiguration', {
    params: { connectionId: both.ids.globex },
  })
  await both.globex.client.call('beginCanary', {
    params: { connectionId: both.ids.globex },
    body: {
      table,
      outgoing: outgoing?.source ?? '',
      incoming: withLine("entity.close_notes = 'new'"),
      basedOn: { outgoing: outgoing?.version ?? 0, incoming: incoming?.version ?? 0 },
      actor: 'ada',
    },
  })
  expect((await sync('status', name)).text).toContain('0 of 20 pairs run new scripts first')
  await expect(sync('canary', name, '--publish', '--give-up')).rejects.toThrow('Either --publish or --give-up.')
  expect((await sync('canary', name, '--give-up')).text).toMatch(/^fell_back: incoming \d+ beside \d+/u)
  expect((await sync('status', name)).text).not.toContain('new scripts')
})

test('what both sides hold is compared, and a list of records becomes pairs', async () => {
  expect((await sync('reconcile', name)).text).toContain('Nothing was compared yet')
  await sync('reconcile', name, '--check')
  expect((await until('it is compared', ['reconcile', name], /^done: 2 of 2/u)).text).toContain('equal 2')
  const ours = both.globex.tracker.create('incident', { short_description: 'already here' })
  const theirs = both.acme.tracker.create('incident', { short_description: 'already there' })
  await both.settled()
  const file = path.join(dir, 'list.csv')
  writeFileSync(file, `${String(valueOf(ours, 'number'))},${String(valueOf(theirs, 'number'))}\nINC0,ACC-0\n`)
  const asked = await sync('connect', name, file)
  expect([asked.isRefusal, asked.text]).toEqual([true, expect.stringContaining('run this again with --yes')])
  await expect(sync('connect', name, path.join(dir, 'none.csv'))).rejects.toThrow('The file cannot be read')
})

test('the mapping of a connection is a file that a spreadsheet runs nothing of, and that connect takes again', async () => {
  const file = path.join(dir, 'mapping.csv')
  const written = await sync('pairs', name, '--csv', file)
  const { count } = written.json as { count: number }
  const lines = readFileSync(file, 'utf8').split('\r\n')
  expect([lines[0]?.slice(0, 13), lines.length]).toEqual(['local,remote,', count + 2])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await expect(sync('pairs', name, '--csv', file)).rejects.toThrow('The file cannot be made')
  const again = await sync('connect', name, file)
  expect(
    (again.json as { rows: { outcome: string }[] }).rows.filter(({ outcome }) => outcome === 'already'),
  ).toHaveLength(count)
})

test('a list in another encoding, a huge one and one that names a record twice are refused or say so', async () => {
  const file = path.join(dir, 'hostile.csv')
  writeFileSync(file, Buffer.from([0x49, 0x4e, 0x43, 0xfc, 0x2c, 0x41]))
  await expect(sync('connect', name, file)).rejects.toThrow('neither UTF-8 nor UTF-16')
  truncateSync(file, 100 * 1024 * 1024)
  await expect(sync('connect', name, file)).rejects.toThrow('larger than 64 MB')
  writeFileSync(file, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('INC9,A\r\nINC9,B\r\n', 'utf16le')]))
  const rows = (await sync('connect', name, file)).json as { rows: { line: number; localKey: string }[] }
  expect(rows.rows.map(({ line, localKey }) => [line, localKey])).toEqual([
    [1, 'INC9'],
    [2, 'INC9'],
  ])
})

test('records of before are counted, brought in, paused, given another rate, and ended by commands', async () => {
  expect((await sync('backfill', 'status', name)).text).toContain('Nothing was brought in yet')
  const counted = await sync('backfill', 'start', name, '--rate', '10')
  expect(counted.text).toMatch(/records match the trigger.*Nothing was started: run this again with --yes/su)
  expect(counted.json).toMatchObject({ isExact: true, perMinute: 10 })
  await expect(sync('backfill', 'begin', name)).rejects.toThrow('and no begin')
  await expect(sync('backfill', 'start', name, '--rate', 'fast')).rejects.toThrow('A rate is a whole number')
  await expect(sync('backfill', 'rate', name)).rejects.toThrow('Which rate?')
  both.globex.tracker.sleep(true)
  await expect(sync('backfill', 'start', name, '--yes')).rejects.toThrow()
  both.globex.tracker.sleep(false)
  expect((await sync('backfill', 'start', name, '--yes')).json).toMatchObject({ backfill: { table: 'incident' } })
  // Everything is paired here: it is through at once.
  expect((await until('it is through', ['backfill', 'status', name], /^done: /u)).text).toContain('0 begun')
  for (const step of ['pause', 'resume', 'end'])
    await expect(sync('backfill', step, name)).rejects.toThrow('No records are being brought in')
})
