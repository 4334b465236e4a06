import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { DescribeAnswer } from '@accord/shared/schemas'
import { TABLES } from '../../src/server/names.ts'
import type { HttpClient } from '../http-client.ts'
import { INCIDENT_ACCESS, syncInstance, type SyncInstance } from './sync-instance.ts'

let sync: SyncInstance
let ada: string

beforeAll(async () => {
  sync = await syncInstance()
  const person = { user_name: 'ada', first_name: 'Ada', last_name: 'Lovelace', email: 'ada@acme.example' }
  ada = (await sync.instance.mutate('insert', 'sys_user', undefined, person))['sys_id'] ?? ''
}, 300_000)
afterAll(() => sync.close())

describe('an entry of sync access', () => {
  const save = (who: HttpClient, entry: object) =>
    who.send('POST', `/api/now/table/${TABLES.syncAccess}`, { body: JSON.stringify(entry) })

  test.each([
    ['a table that is not there', { table_name: 'no_such_table' }, 'no table no_such_table'],
    ['a table that never opens', { table_name: 'sys_properties' }, 'never opens sys_properties'],
    ["a table of Accord's own", { table_name: TABLES.node }, 'never opens'],
    ['a field that is not there', { table_name: 'incident', read_fields: 'number, stat' }, 'stat: no fields'],
    ['a password', { table_name: 'sys_user', read_fields: 'name,user_password' }, 'user_password: no fields'],
    ['a journal among the fields', { table_name: 'incident', read_fields: 'work_notes' }, 'work_notes: no fields'],
    ['a field among the journals', { table_name: 'incident', read_journals: 'number' }, 'number: no journals'],
    ['writing a field of the platform', { table_name: 'incident', write_fields: 'sys_created_by' }, 'sys_created_by'],
    ['writing a table of the platform', { table_name: 'sys_user', write_fields: 'name' }, 'name: no fields'],
  ])('with %s is refused in words', async (_what, entry, words) => {
    const { status, text } = await save(sync.instance.admin, entry)
    expect([status, text]).toEqual([403, expect.stringContaining(words)])
    expect(await sync.instance.stored(TABLES.syncAccess)).toEqual([])
  })

  test('is the affair of the administrator of the instance: no role of Accord writes it', async () => {
    for (const who of [sync.instance.maintainer, sync.instance.auditor, sync.instance.stranger, sync.instance.nobody])
      expect((await save(who, { table_name: 'incident' })).status).toBeGreaterThanOrEqual(401)
    expect((await save(sync.instance.admin, { table_name: 'incident', ...INCIDENT_ACCESS })).status).toBe(201)
    expect(await sync.instance.auditor.rows(TABLES.syncAccess)).toHaveLength(1)
  })
})

describe('a look-up', () => {
  beforeEach(() => sync.allow('sys_user', { read_fields: 'name,email' }))

  test('finds the one record, says when there are more, and when there is none', async () => {
    await sync.allow('sys_user_group', { read_fields: 'name,email' })
    const finds = await sync.find(
      { table: 'sys_user', where: { email: 'ada@acme.example' } },
      { table: 'sys_user', where: { email: 'nobody@acme.example' } },
      { table: 'sys_user_group', display: 'Service Desk' },
    )
    expect(finds.map(({ matches }) => matches?.map(({ display }) => display))).toEqual([
      ['Ada Lovelace'],
      [],
      ['Service Desk'],
    ])
    expect(finds[0]?.matches?.[0]?.id).toBe(ada)
    for (const name of ['one', 'two', 'three'])
      await sync.instance.mutate('insert', 'sys_user', undefined, { user_name: name, email: 'shared@acme.example' })
    const [shared] = await sync.find({ table: 'sys_user', where: { email: 'shared@acme.example' } })
    expect(shared?.matches).toHaveLength(2)
  })

  test('by a field that may not leave, or in a table that is closed, is refused, and the others are answered', async () => {
    const finds = await sync.find(
      { table: 'sys_user', where: { user_name: 'ada' } },
      { table: 'sys_user', where: { email: 'ada@acme.example', user_password: 'x' } },
      { table: 'problem', where: { number: 'x' } },
      { table: 'sys_user', where: { email: 'x^ORemail=ada@acme.example' } },
      { table: 'sys_user', where: { email: '' } },
      { table: 'sys_user', where: { email: 'ada@acme.example' } },
    )
    expect(finds.map(({ refused, matches }) => refused?.code ?? matches?.length)).toEqual([
      'access_missing', 'access_missing', 'access_missing', 'query_invalid', 'query_invalid', 1,
    ]) // prettier-ignore
  })

  test('that asks for nothing, or for two things, is malformed', async () => {
    for (const find of [
      { table: 'sys_user' },
      { table: 'sys_user', where: {} },
      { table: 'sys_user', where: { email: 'x' }, display: 'y' },
    ])
      expect((await sync.send('find', { finds: [find] })).status).toBe(400)
  })
})

test('the description names what is open, with choices, and nothing else', async () => {
  await sync.allow('incident', { ...INCIDENT_ACCESS, read_journals: 'comments,work_notes' })
  await sync.allow('sys_user', { read_fields: 'name,user_password', write_fields: 'name' })
  await sync.allow('sys_properties', { read_fields: 'value' })
  const { tables, isSyncUserReady } = DescribeAnswer.parse((await sync.send('describe', {})).result)
  expect(isSyncUserReady).toBe(true)
  const incident = tables.find(({ table }) => table === 'incident')
  expect(incident).toMatchObject({ label: 'Incident', mayCreate: true, mayReadFiles: true })
  const field = (name: string) => incident?.fields.find((each) => each.name === name)
  expect(field('state')).toMatchObject({ type: 'choice', mayRead: true, mayWrite: true })
  expect(field('state')?.choices).toContainEqual({ value: '2', label: 'In Progress' })
  expect(field('caller_id')).toMatchObject({ type: 'reference', table: 'sys_user', label: 'Caller' })
  expect(field('child_incidents')).toMatchObject({ type: 'number', mayWrite: false })
  expect(field('close_notes')).toMatchObject({ type: 'text', maxLength: 4000, mayRead: false, mayWrite: true })
  expect(incident?.journals).toEqual([
    { name: 'comments', label: 'Additional comments', internal: false, mayRead: true, mayWrite: true },
    { name: 'work_notes', label: 'Work notes', internal: true, mayRead: true, mayWrite: false },
  ])
  const user = tables.find(({ table }) => table === 'sys_user')
  expect(user?.fields.map(({ name, mayWrite }) => [name, mayWrite])).toEqual([['name', false]])
  expect(tables.map(({ table }) => table)).not.toContain('sys_properties')
})

describe('the end of a pairing', () => {
  test('ends what its node has asked for: triggers, notices, and plans that nobody has applied', async () => {
    await sync.allow('incident', INCIDENT_ACCESS)
    await sync.watch({ table: 'incident', query: 'active=true' })
    const id = await sync.incident()
    const { timing } = sync.instance.simulator
    timing.set({ paused: true })
    const plan = { id: 'p'.repeat(32), pair: '5f3f1f7c-9d5c-4a52-8f4b-0d8f3a1b2c3d', table: 'incident' }
    await sync.apply({ ...plan, record: id, version: 0, fields: { description: 'of a node that went' }, entries: [] })
    sync.node.reply('endPairing', { json: { pairing: null } })
    expect((await sync.instance.admin.call('POST', '/console/pairing/end', {})).status).toBe(200)
    timing.set({ paused: false })
    await sync.settled()
    for (const table of [TABLES.watch, TABLES.changeNotice, TABLES.writePlan])
      expect([table, await sync.instance.stored(table)]).toEqual([table, []])
    const [row] = (await sync.instance.stored('incident')).filter((each) => each['sys_id'] === id)
    expect(row?.['description']).toBe('')
    expect((await sync.send('pull', {})).status).toBe(401)
  })
})
