import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { systemCaller } from '../../../instance-simulator/src/access/system-callers.ts'
import { TABLES } from '../../src/server/names.ts'
import { INCIDENT_ACCESS, syncInstance, type SyncInstance } from './sync-instance.ts'

let sync: SyncInstance
let caller: string

beforeAll(async () => {
  sync = await syncInstance()
  const row = await sync.instance.mutate('insert', 'sys_user', undefined, {
    user_name: 'ada', first_name: 'Ada', last_name: 'Lovelace', email: 'ada@acme.example', user_password: 'secret-of-ada',
  }) // prettier-ignore
  caller = row['sys_id'] ?? ''
}, 300_000)
afterAll(() => sync.close())
beforeEach(() => sync.allow('incident', INCIDENT_ACCESS))

describe('a record that sync access lets leave', () => {
  test('has its key, version, and fields with what a script needs to write them', async () => {
    await sync.allow('sys_user', { read_fields: 'name' })
    const id = await sync.incident({ description: 'Überblick', caller_id: caller })
    const [answer] = await sync.read({ table: 'incident', id })
    const record = answer?.record
    expect(record).toMatchObject({ table: 'incident', id, version: 0, entries: [], hasMoreEntries: false, files: [] })
    expect(record?.key).toMatch(/^INC\d+$/)
    expect(record?.url).toBe(`${sync.instance.url}/incident.do?sys_id=${id}`)
    expect(record?.fields).toMatchObject({
      number: { type: 'text', value: record?.key },
      description: { type: 'text', value: 'Überblick' },
      active: { type: 'boolean', value: true },
      reassignment_count: { type: 'number', value: 0 },
      child_incidents: { type: 'number', value: null },
      state: { type: 'choice', value: '1', label: 'New' },
      caller_id: { type: 'reference', table: 'sys_user', value: caller, display: 'Ada Lovelace' },
      assignment_group: { type: 'reference', table: 'sys_user_group', value: '', display: '' },
    })
    await sync.allow('sys_user', {})
    const state = record?.fields['state']
    expect(state?.type === 'choice' && state.choices).toContainEqual({ value: '6', label: 'Resolved' })
  })

  test('has no field that is not listed', async () => {
    const id = await sync.incident({ close_notes: 'stays at home' })
    const [answer] = await sync.read({ table: 'incident', id })
    expect(Object.keys(answer?.record?.fields ?? {}).toSorted()).toEqual(
      INCIDENT_ACCESS['read_fields']?.split(',').toSorted(),
    )
    expect(JSON.stringify(answer)).not.toContain('stays at home')
  })

  test('each journal is allowed by itself, and says whether the customer sees it', async () => {
    const id = await sync.incident()
    await sync.change(id, { comments: 'For the customer' })
    sync.instance.simulator.clock.advance(1_000)
    await sync.change(id, { work_notes: 'For us alone' })
    const [first] = await sync.read({ table: 'incident', id })
    expect(first?.record?.entries).toMatchObject([{ journal: 'comments', body: 'For the customer', internal: false }])
    expect(JSON.stringify(first)).not.toContain('For us alone')

    await sync.allow('incident', { ...INCIDENT_ACCESS, read_journals: 'comments, work_notes' })
    const [second] = await sync.read({ table: 'incident', id })
    expect(second?.record?.entries.map(({ body, internal }) => [body, internal])).toEqual([
      ['For the customer', false],
      ['For us alone', true],
    ])
    const since = second?.record?.entries[1]?.at ?? ''
    sync.instance.simulator.clock.advance(5_000)
    await sync.change(id, { comments: 'Later' })
    const later = new Date(Date.parse(since) + 3_000).toISOString()
    const [third] = await sync.read({ table: 'incident', id, entriesSince: later })
    expect(third?.record?.entries.map(({ body }) => body)).toEqual(['Later'])
  })

  test('of two hundred and one entries the oldest come first, and it says that there are more', async () => {
    const id = await sync.incident()
    for (let at = 0; at <= 200; at += 1)
      sync.instance.simulator.store.insert('sys_journal_field', { name: 'incident', element: 'comments', element_id: id, value: `entry ${at}` }, systemCaller) // prettier-ignore
    const [answer] = await sync.read({ table: 'incident', id })
    expect([answer?.record?.entries.length, answer?.record?.hasMoreEntries]).toEqual([200, true])
  })

  test('lists its files by hash, and the author by what sync access tells of users', async () => {
    const id = await sync.incident()
    await sync.instance.admin.send('POST', `/api/now/attachment/file?table_name=incident&table_sys_id=${id}&file_name=log.txt`, {
      headers: { 'content-type': 'text/plain' }, body: 'hello',
    }) // prettier-ignore
    const filesOf = async () => (await sync.read({ table: 'incident', id }))[0]?.record?.files
    const file = {
      name: 'log.txt', type: 'text/plain', bytes: 5,
      sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
    } // prettier-ignore
    expect(await filesOf()).toMatchObject([{ ...file, author: { id: '', name: '', email: '' } }])
    await sync.allow('sys_user', { read_fields: 'name' })
    expect(await filesOf()).toMatchObject([{ ...file, author: { id: '', name: 'System Administrator', email: '' } }])
    await sync.allow('sys_user', { read_fields: 'user_name' })
    expect(await filesOf()).toMatchObject([{ ...file, author: { id: 'admin', name: '', email: '' } }])
    await sync.allow('incident', { ...INCIDENT_ACCESS, read_files: 'false' })
    expect(await filesOf()).toEqual([])
  })
})

describe('what the instance refuses whatever the node asks', () => {
  const refusalOf = async (table: string, id: string) => (await sync.read({ table, id }))[0]?.refused?.code

  test('a table without an entry, and one that is gone, while the others of the call are answered', async () => {
    const id = await sync.incident()
    const answers = await sync.read(
      { table: 'problem', id },
      { table: 'incident', id: '0'.repeat(32) },
      { table: 'no_such_table', id },
      { table: 'incident', id },
    )
    expect(answers.map(({ refused, record }) => refused?.code ?? record?.id)).toEqual([
      'access_missing', 'record_gone', 'access_missing', id,
    ]) // prettier-ignore
  })

  test('a record of a class without an entry, asked for by its parent that has one', async () => {
    await sync.allow('task', { read_fields: 'number' })
    const problem = await sync.instance.mutate('insert', 'problem', undefined, {
      short_description: 'closed to Accord',
    })
    expect(await refusalOf('task', problem['sys_id'] ?? '')).toBe('access_missing')
  })

  test.each([
    'sys_properties', 'sys_user_has_role', 'oauth_entity', 'sys_script', 'sys_user_token', TABLES.node, TABLES.syncAccess,
  ])('%s, even with an entry', async (table) => {
    await sync.allow(table, { read_fields: 'name,value,client_secret,token,callback_key' })
    const [row] = sync.instance.simulator.store.findTable(table) ? await sync.instance.stored(table) : []
    expect(await refusalOf(table, row?.['sys_id'] ?? '0'.repeat(32))).toBe('access_missing')
  }) // prettier-ignore

  test('a password, even when the entry lists it', async () => {
    await sync.allow('sys_user', { read_fields: 'name,user_password' })
    const answer = await sync.send('read', { records: [{ table: 'sys_user', id: caller }] })
    expect(answer.text).toContain('Ada Lovelace')
    const [row] = await sync.instance
      .stored('sys_user')
      .then((rows) => rows.filter((each) => each['sys_id'] === caller))
    expect(answer.text).not.toContain('user_password')
    expect(answer.text).not.toContain(row?.['user_password'] ?? 'secret-of-ada')
  })

  test('a journal that is listed among the fields', async () => {
    const id = await sync.incident()
    await sync.change(id, { work_notes: 'For us alone' })
    await sync.allow('incident', { read_fields: 'number,work_notes,comments_and_work_notes' })
    const answer = await sync.send('read', { records: [{ table: 'incident', id }] })
    expect(answer.text).not.toContain('For us alone')
  })
})

describe('who may call', () => {
  const body = (nonce: string) => JSON.stringify({ nonce, records: [] })
  const post = (text: string, headers: Record<string, string>) =>
    sync.instance.nobody.send('POST', '/api/x_accrd_bridge/v1/sync/read', { body: text, headers })

  test('nobody without a signature, and an admin without one neither', async () => {
    expect((await post(body('n'.repeat(20)), {})).status).toBe(401)
    const url = '/api/x_accrd_bridge/v1/sync/read'
    expect((await sync.instance.admin.send('POST', url, { body: body('n'.repeat(20)) })).status).toBe(401)
  })

  test('a signed call counts once', async () => {
    const text = body('once-and-never-again')
    const signed = sync.node.sign(text)
    expect((await post(text, signed)).status).toBe(200)
    const again = await post(text, signed)
    expect([again.status, again.result?.['code']]).toEqual([401, 'request_replayed'])
    const fresh = await post(text, sync.node.sign(text, Date.now() + 1))
    expect(fresh.result?.['code']).toBe('request_replayed')
  })

  test('of twenty at once with one nonce one is answered', async () => {
    const text = body('twenty-at-once-please')
    const signed = sync.node.sign(text)
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(text, signed)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  }, 60_000)

  test('nonces are forgotten once their signatures are too old', async () => {
    await sync.read()
    expect(await sync.instance.stored(TABLES.nonce)).not.toEqual([])
    sync.instance.simulator.clock.advance(720_000)
    await sync.instance.runJob('Accord: tidy up after sync')
    expect(await sync.instance.stored(TABLES.nonce)).toEqual([])
    sync.instance.simulator.clock.advance(-720_000)
  })

  test.each([
    ['no nonce', { records: [] }],
    ['a nonce that is none', { nonce: 'x', records: [] }],
    [
      'too many records',
      { nonce: 'n'.repeat(21), records: Array.from({ length: 21 }, () => ({ table: 'incident', id: '0'.repeat(32) })) },
    ],
    ['an unknown member', { nonce: 'n'.repeat(22), records: [], plans: [] }],
    ['a query as an id', { nonce: 'n'.repeat(23), records: [{ table: 'incident', id: 'x^ORsys_idISNOTEMPTY' }] }],
    ['a table that is no name', { nonce: 'n'.repeat(24), records: [{ table: 'incident^', id: '0'.repeat(32) }] }],
  ])('%s is malformed', async (_what, value) => {
    const text = JSON.stringify(value)
    const answer = await post(text, sync.node.sign(text))
    expect([answer.status, answer.result?.['code']]).toEqual([400, 'malformed'])
  })
})
