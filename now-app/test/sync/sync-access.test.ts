import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { OpenableTable, SyncAccessList } from '@accord/shared/schemas'
import { systemCaller } from '../../../instance-simulator/src/access/system-callers.ts'
import { TABLES } from '../../src/server/names.ts'
import type { HttpClient } from '../http-client.ts'
import { syncInstance, type SyncInstance } from './sync-instance.ts'

let sync: SyncInstance

beforeAll(async () => {
  sync = await syncInstance()
}, 300_000)
afterAll(() => sync.close())

beforeEach(async () => {
  for (const row of await sync.instance.stored(TABLES.syncAccess))
    sync.instance.simulator.store.remove(TABLES.syncAccess, row['sys_id'] ?? '', systemCaller)
})

const post = (path: string, body: object, who: HttpClient = sync.instance.admin) =>
  who.call('POST', `/console/sync-access${path}`, body)
const allow = (...tables: readonly object[]) => post('', { tables })
const list = async (who: HttpClient = sync.instance.auditor) =>
  SyncAccessList.parse((await who.call('GET', '/console/sync-access')).result)
const openable = (table: string) => sync.instance.auditor.call('GET', `/console/sync-access/table?table=${table}`)

const TEMPLATE = [
  {
    table: 'incident',
    readFields: ['number', 'short_description', 'state', 'caller_id'],
    writeFields: ['short_description', 'state'],
    readJournals: ['comments'],
    writeJournals: ['comments'],
    readFiles: true,
    mayCreate: true,
  },
  { table: 'sys_user', readFields: ['name', 'email'] },
]

describe('one call opens what a template needs', () => {
  test('tables, fields and journals, and people see them by their labels', async () => {
    const answer = await allow(...TEMPLATE)
    expect(answer.status).toBe(200)
    const { mayChange, tables } = SyncAccessList.parse(answer.result)
    expect([mayChange, tables.map(({ table }) => table)]).toEqual([true, ['incident', 'sys_user']])
    expect(tables[0]).toMatchObject({ label: 'Incident', mayCreate: true, mayReadFiles: true, lost: [] })
    expect(tables[0]?.fields).toEqual([
      { name: 'number', label: 'Number', type: 'text', mayRead: true, mayWrite: false },
      { name: 'short_description', label: 'Short description', type: 'text', mayRead: true, mayWrite: true },
      { name: 'state', label: 'State', type: 'choice', mayRead: true, mayWrite: true },
      { name: 'caller_id', label: 'Caller', type: 'reference', table: 'sys_user', mayRead: true, mayWrite: false },
    ])
    expect(tables[0]?.journals).toEqual([
      { name: 'comments', label: 'Additional comments', internal: false, mayRead: true, mayWrite: true },
    ])
    expect(tables[1]).toMatchObject({ mayCreate: false, mayReadFiles: false, journals: [] })
  })

  test('beside what is open, and twice as once', async () => {
    await allow({ table: 'incident', readFields: ['priority'], readFiles: true })
    await allow(...TEMPLATE)
    const once = await list()
    await allow(...TEMPLATE)
    expect(await list()).toEqual(once)
    expect(once.tables[0]?.fields.map(({ name }) => name)).toEqual([
      'priority', 'number', 'short_description', 'state', 'caller_id',
    ]) // prettier-ignore
  })

  test('takes effect at once: the node reads what was opened, and no more', async () => {
    const id = await sync.incident({ short_description: 'Plotter', description: 'Secret of the house' })
    expect((await sync.read({ table: 'incident', id }))[0]?.refused?.code).toBe('access_missing')
    await allow(...TEMPLATE)
    const [read] = await sync.read({ table: 'incident', id })
    expect(read?.record?.fields['short_description']).toEqual({ type: 'text', value: 'Plotter' })
    expect(JSON.stringify(read)).not.toContain('Secret of the house')
  })

  test.each([
    ['a table that is not there', { table: 'no_such_table' }, ['no_such_table'], 'no table no_such_table'],
    ['a table of rights', { table: 'sys_user_has_role', readFields: ['role'] }, ['sys_user_has_role'], 'never opens'],
    ['a table of Accord', { table: TABLES.node, readFields: ['token'] }, [TABLES.node], 'never opens'],
    ['a password', { table: 'sys_user', readFields: ['name', 'user_password'] }, ['user_password'], 'no fields'],
    ['a field that is not there', { table: 'incident', writeFields: ['stat'] }, ['stat'], 'stat: no fields'],
    ['writing a person', { table: 'sys_user', writeFields: ['email'] }, ['email'], 'Accord may write'],
    ['a journal among the fields', { table: 'incident', readFields: ['work_notes'] }, ['work_notes'], 'no fields'],
    ['a field among the journals', { table: 'incident', writeJournals: ['state'] }, ['state'], 'no journals'],
  ])('%s is refused by its name, and the other tables stay closed as well', async (_what, table, names, words) => {
    const { status, result } = await allow(...TEMPLATE, table)
    expect([status, result?.['code'], result?.['facts']]).toEqual([422, 'access_invalid', { names }])
    expect(result?.['detail']).toContain(words)
    expect(await sync.instance.stored(TABLES.syncAccess)).toEqual([])
  })

  test.each([
    ['no list', {}],
    ['an empty name', { tables: [{ table: '' }] }],
    ['a name with a comma, which would open two', { tables: [{ table: 'incident', readFields: ['number,state'] }] }],
    ['a dotted path', { tables: [{ table: 'incident', readFields: ['caller_id.user_password'] }] }],
    ['a member that nobody knows', { tables: [{ table: 'incident', mayTruncate: true }] }],
    ['a text instead of a truth', { tables: [{ table: 'incident', mayCreate: 'true' }] }],
  ])('%s is malformed', async (_what, body) => {
    expect([(await post('', body)).status, await sync.instance.stored(TABLES.syncAccess)]).toEqual([400, []])
  })
})

describe('an entry', () => {
  test('is replaced as a whole, and removed', async () => {
    await allow(...TEMPLATE)
    const { result } = await post('/replace', { table: 'incident', readFields: ['number'] })
    expect(SyncAccessList.parse(result).tables[0]).toMatchObject({
      fields: [{ name: 'number', mayRead: true, mayWrite: false }],
      journals: [],
      mayCreate: false,
      mayReadFiles: false,
    })
    await post('/remove', { table: 'incident' })
    expect((await list()).tables.map(({ table }) => table)).toEqual(['sys_user'])
    expect((await post('/remove', { table: 'incident' })).status).toBe(200)
  })

  test('with a field that is gone says so, and does not stand in the way of the next one', async () => {
    await sync.allow('incident', { read_fields: 'number,u_gone' })
    expect((await list()).tables[0]?.lost).toEqual(['u_gone'])
    expect((await allow({ table: 'incident', readFields: ['state'] })).status).toBe(200)
    expect((await list()).tables[0]).toMatchObject({ lost: [], fields: [{ name: 'number' }, { name: 'state' }] })
  })
})

test('an admin of Accord who is no administrator of the instance sees it and changes nothing', async () => {
  await allow(TEMPLATE[1] ?? {})
  await sync.settled()
  const before = await sync.instance.stored(TABLES.syncAccess)
  const [role] = await sync.instance.admin.rows('sys_user_role', 'name=x_accrd_bridge.admin')
  const [person] = await sync.instance.admin.rows('sys_user', 'user_name=accord.maintainer')
  const given = { user: person?.['sys_id'] ?? '', role: role?.['sys_id'] ?? '' }
  const { sys_id: id } = await sync.instance.mutate('insert', 'sys_user_has_role', undefined, given)
  const who = sync.instance.maintainer
  expect((await list(who)).mayChange).toBe(false)
  for (const [path, body] of [
    ['', { tables: TEMPLATE }],
    ['/replace', TEMPLATE[0]],
    ['/remove', { table: 'sys_user' }],
  ] as const) {
    const { status, result } = await post(path, body ?? {}, who)
    expect([path, status, result?.['code']]).toEqual([path, 403, 'missing_role'])
  }
  expect(await sync.instance.stored(TABLES.syncAccess)).toEqual(before)
  await sync.instance.mutate('delete', 'sys_user_has_role', id, {})
})

describe('what of a table can be opened', () => {
  test('is named with labels, without secrets', async () => {
    const incident = OpenableTable.parse((await openable('incident')).result)
    expect(incident).toMatchObject({ label: 'Incident', isReadOnly: false })
    expect(incident.fields).toContainEqual({ name: 'caller_id', label: 'Caller', type: 'reference', table: 'sys_user' })
    expect(incident.journals.map(({ name, internal }) => [name, internal])).toEqual([
      ['comments', false],
      ['work_notes', true],
    ])
    const user = OpenableTable.parse((await openable('sys_user')).result)
    expect(user.isReadOnly).toBe(true)
    expect(user.fields.map(({ name }) => name)).toContain('email')
    expect(user.fields.map(({ name }) => name)).not.toContain('user_password')
  })

  test.each(['sys_properties', 'oauth_entity', 'sys_user_has_role', 'no_such_table', TABLES.node])(
    'of %s is nothing',
    async (table) => {
      const { status, result } = await openable(table)
      expect([status, result?.['code']]).toEqual([422, 'access_invalid'])
    },
  )

  test('asks for a name', async () => expect((await openable('')).status).toBe(400))
})
