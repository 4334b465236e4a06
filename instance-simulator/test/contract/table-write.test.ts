import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { contractTarget, type ContractTarget } from './target.ts'

type Result = { result: Record<string, string> }
let instance: ContractTarget
const created: string[] = []

beforeAll(async () => {
  instance = await contractTarget()
})
afterAll(async () => {
  for (const sysId of created) await instance.call('DELETE', `/api/now/table/incident/${sysId}`)
  await instance.close()
})

async function create(values: object, parameters = ''): Promise<Record<string, string>> {
  const answer = await instance.call(
    'POST',
    `/api/now/table/incident?sysparm_exclude_reference_link=true${parameters}`,
    { body: values },
  )
  expect(answer.status).toBe(201)
  const { result } = answer.json<Result>()
  created.push(result['sys_id'] ?? '')
  return result
}

test('a created row has its number, its author, its defaults, and a Location that leads to it', async () => {
  const answer = await instance.call('POST', '/api/now/table/incident', { body: { short_description: 'Created' } })
  const { result } = answer.json<Result>()
  created.push(result['sys_id'] ?? '')
  expect(answer.status).toBe(201)
  expect(result['number']).toMatch(/^INC\d{7}$/)
  expect(result['sys_created_by']).toBe(instance.user)
  expect(result['sys_mod_count']).toBe('0')
  const found = await instance.call('GET', new URL(answer.headers.get('location') ?? '').pathname)
  expect(found.json<Result>().result['short_description']).toBe('Created')
})

test('no two rows share a number', async () => {
  const rows = await Promise.all(Array.from({ length: 10 }, () => create({ short_description: 'Numbered' })))
  expect(new Set(rows.map((row) => row['number'])).size).toBe(10)
})

test('PATCH and PUT change what they name and count the change; naming nothing new counts nothing', async () => {
  const { sys_id: sysId = '' } = await create({ short_description: 'Before', description: 'stays' })
  for (const [method, text] of [
    ['PATCH', 'patched'],
    ['PUT', 'put'],
  ] as const) {
    const answer = await instance.call(method, `/api/now/table/incident/${sysId}`, {
      body: { short_description: text },
    })
    expect(answer.status).toBe(200)
    expect(answer.json<Result>().result).toMatchObject({ short_description: text, description: 'stays' })
  }
  const again = await instance.call('PATCH', `/api/now/table/incident/${sysId}`, { body: { short_description: 'put' } })
  expect(again.json<Result>().result['sys_mod_count']).toBe('2')
})

test('sys_ columns are the instance’s own: a client cannot write them', async () => {
  const row = await create({ short_description: 'Honest', sys_created_by: 'somebody', sys_mod_count: '99' })
  expect(row).toMatchObject({ sys_created_by: instance.user, sys_mod_count: '0' })
})

test('unknown fields are ignored, texts are cut to their column, numbers that are none are empty', async () => {
  const row = await create({ nonsense: 'x', short_description: 'y'.repeat(500), reassignment_count: 'many' })
  expect(row['nonsense']).toBeUndefined()
  expect(row['short_description']).toHaveLength(160)
  expect(row['reassignment_count']).toBe('')
})

test('comments and work notes are entries of the journal, newest first, and never mixed', async () => {
  const { sys_id: sysId = '' } = await create({ short_description: 'Talk', comments: 'first' })
  await instance.call('PATCH', `/api/now/table/incident/${sysId}`, { body: { comments: 'second' } })
  await instance.call('PATCH', `/api/now/table/incident/${sysId}`, { body: { work_notes: 'secret' } })
  const shown = await instance.call(
    'GET',
    `/api/now/table/incident/${sysId}?sysparm_display_value=true&sysparm_fields=comments,work_notes`,
  )
  const { comments = '', work_notes: notes = '' } = shown.json<Result>().result
  expect(comments.indexOf('second')).toBeLessThan(comments.indexOf('first'))
  expect(comments).not.toContain('secret')
  expect(notes).toContain('secret')
  const journal = await instance.call(
    'GET',
    `/api/now/table/sys_journal_field?sysparm_query=element_id=${sysId}&sysparm_fields=element,value`,
  )
  expect(journal.json<{ result: object[] }>().result).toHaveLength(3)
})

test('display values are taken as input when asked for', async () => {
  const row = await create({ assignment_group: 'Network', category: 'Hardware' }, '&sysparm_input_display_value=true')
  const shown = await instance.call(
    'GET',
    `/api/now/table/incident/${row['sys_id']}?sysparm_display_value=true&sysparm_exclude_reference_link=true`,
  )
  expect(row['category']).toBe('hardware')
  expect(shown.json<Result>().result['assignment_group']).toBe('Network')
})

test('a deleted row is gone', async () => {
  const { sys_id: sysId } = await create({ short_description: 'Short life' })
  const deleted = await instance.call('DELETE', `/api/now/table/incident/${sysId}`)
  expect([deleted.status, deleted.text]).toEqual([204, ''])
  expect((await instance.call('GET', `/api/now/table/incident/${sysId}`)).status).toBe(404)
  expect((await instance.call('DELETE', `/api/now/table/incident/${sysId}`)).status).toBe(404)
})

test('a row of a child table is found and changed through its parent', async () => {
  const { sys_id: sysId } = await create({ short_description: 'Child' })
  const read = await instance.call('GET', `/api/now/table/task/${sysId}?sysparm_fields=sys_class_name`)
  expect(read.json<Result>().result['sys_class_name']).toBe('incident')
  const changed = await instance.call('PATCH', `/api/now/table/task/${sysId}`, { body: { severity: '1' } })
  expect(changed.status).toBe(200)
})
