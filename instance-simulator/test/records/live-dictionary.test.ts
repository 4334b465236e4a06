import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { contractTarget, type ContractTarget } from '../contract/target.ts'

interface Rows {
  readonly result: readonly Readonly<Record<string, string>>[]
}
interface One {
  readonly result: Readonly<Record<string, string>>
}

let instance: ContractTarget
beforeAll(async () => {
  instance = await contractTarget()
})
afterAll(() => instance.close())

const add = async (table: string, body: object) => {
  const answer = await instance.call('POST', `/api/now/table/${table}`, { body })
  expect(answer.status).toBe(201)
  return answer.json<One>().result
}
const rowsOf = async (table: string, query: string) =>
  (await instance.call('GET', `/api/now/table/${table}?sysparm_query=${encodeURIComponent(query)}`)).json<Rows>().result
const task = async () => (await rowsOf('sys_db_object', 'name=task'))[0]?.['sys_id'] ?? ''

describe('a table and its columns by their rows', () => {
  test('a row of sys_db_object is a table at once, with its parent’s columns', async () => {
    await add('sys_db_object', { name: 'u_case', label: 'Case', super_class: await task(), ws_access: 'true' })
    const made = await add('u_case', { short_description: 'first', nothing: 'x' })
    expect(made).toMatchObject({ short_description: 'first', sys_class_name: 'u_case' })
    expect(await rowsOf('task', 'sys_class_name=u_case')).toHaveLength(1)
  })

  test('a row of sys_dictionary is a column, with its default, its length and its reference', async () => {
    const column = { name: 'u_case', internal_type: 'string' }
    await add('sys_dictionary', { ...column, element: 'u_code', max_length: '3', default_value: 'abc' })
    await add('sys_dictionary', { ...column, element: 'u_owner', internal_type: 'reference', reference: 'sys_user' })
    const [admin] = await rowsOf('sys_user', 'user_name=admin')
    const made = await add('u_case', { u_owner: admin?.['sys_id'] })
    expect(made['u_code']).toBe('abc')
    expect((await add('u_case', { u_code: 'longer' }))['u_code']).toBe('lon')
    expect(await rowsOf('u_case', 'u_owner.user_name=admin')).toHaveLength(1)
  })

  test('a changed row changes the column, a deleted one removes it, a base table may get one', async () => {
    const { sys_id: sysId = '' } = await add('sys_dictionary', { name: 'incident', element: 'u_flag', max_length: '2' })
    expect((await add('incident', { u_flag: 'abcdef' }))['u_flag']).toBe('ab')
    await instance.call('PATCH', `/api/now/table/sys_dictionary/${sysId}`, { body: { max_length: '4' } })
    expect((await add('incident', { u_flag: 'abcdef' }))['u_flag']).toBe('abcd')
    await instance.call('DELETE', `/api/now/table/sys_dictionary/${sysId}`)
    expect(await add('incident', { u_flag: 'abcdef' })).not.toHaveProperty('u_flag')
  })

  test('a deleted row of sys_db_object takes the table, its rows and its columns along', async () => {
    const { sys_id: sysId = '' } = await add('sys_db_object', { name: 'u_gone', ws_access: 'true' })
    await add('sys_dictionary', { name: 'u_gone', element: 'u_a' })
    await add('u_gone', { u_a: '1' })
    await instance.call('DELETE', `/api/now/table/sys_db_object/${sysId}`)
    expect((await instance.call('GET', '/api/now/table/u_gone')).status).toBe(400)
    expect(await rowsOf('sys_dictionary', 'name=u_gone')).toEqual([])
  })

  test('a new table is described like those that were there: itself and its sys_ columns', async () => {
    await add('sys_db_object', { name: 'u_described', label: 'Described' })
    const elements = (await rowsOf('sys_dictionary', 'name=u_described')).map((row) => row['element'])
    const stamps = ['sys_created_by', 'sys_created_on', 'sys_id', 'sys_mod_count', 'sys_updated_by', 'sys_updated_on']
    expect(elements.toSorted()).toEqual(['', ...stamps])
  })

  test.each([
    ['sys_db_object', { name: 'No Table' }, 'cannot be the name'],
    ['sys_db_object', { name: 'incident' }, 'There is a table incident already'],
    ['sys_db_object', { name: 'u_orphan', super_class: 'task' }, 'extends no table'],
    ['sys_dictionary', { name: 'incident', element: 'u-flag' }, 'cannot be the name'],
    ['sys_dictionary', { name: 'u_nowhere', element: 'u_a' }, "There is no table 'u_nowhere'"],
    ['sys_dictionary', { name: 'incident', element: 'caller_id' }, "incident has a column 'caller_id' already"],
    ['sys_dictionary', { name: 'incident', element: 'number' }, "task has a column 'number' already"],
    ['sys_dictionary', { name: 'incident', internal_type: 'string' }, 'needs a name'],
    ['sys_dictionary', { name: 'incident', element: 'u_a', internal_type: 'reference' }, 'refers to no table'],
  ])('a row of %s that no database takes is refused: %j', async (table, body, reason) => {
    const answer = await instance.call('POST', `/api/now/table/${table}`, { body })
    expect([answer.status, answer.text]).toEqual([403, expect.stringContaining(reason)])
  })

  test('what the simulator could not follow is refused by name', async () => {
    const [table] = await rowsOf('sys_db_object', 'name=incident')
    const [column] = await rowsOf('sys_dictionary', 'name=incident^element=category')
    const answers = [
      await instance.call('POST', '/api/now/table/sys_dictionary', {
        body: { name: 'incident', element: 'u_cost', internal_type: 'currency' },
      }),
      await instance.call('PATCH', `/api/now/table/sys_db_object/${table?.['sys_id']}`, { body: { name: 'u_other' } }),
      ...(await Promise.all(
        [{ element: 'u_kind' }, { internal_type: 'integer' }, { active: 'false' }].map((body) =>
          instance.call('PATCH', `/api/now/table/sys_dictionary/${column?.['sys_id']}`, { body }),
        ),
      )),
    ]
    expect(answers.map(({ status, text }) => [status, /not simulated: ([^"]*)/.exec(text)?.[1]])).toEqual([
      [501, 'columns of the type currency'],
      [501, 'renaming a table'],
      [501, 'renaming a column'],
      [501, 'changing the type of a column'],
      [501, 'deactivating a column'],
    ])
  })
})

test('a deleted record takes its attachments and journals along', async () => {
  const { sys_id: id = '' } = await add('incident', { short_description: 'x', comments: 'a', work_notes: 'b' })
  const upload = `/api/now/attachment/file?table_name=incident&table_sys_id=${id}&file_name=a.txt`
  const file = await instance.call('POST', upload, { body: 'bytes', headers: { 'content-type': 'text/plain' } })
  const attachment = file.json<One>().result['sys_id'] ?? ''
  expect(await rowsOf('sys_journal_field', `element_id=${id}`)).toHaveLength(2)
  expect(await rowsOf('sys_attachment_doc', `sys_attachment=${attachment}`)).toHaveLength(1)
  await instance.call('DELETE', `/api/now/table/incident/${id}`)
  expect(await rowsOf('sys_journal_field', `element_id=${id}`)).toEqual([])
  expect(await rowsOf('sys_attachment_doc', `sys_attachment=${attachment}`)).toEqual([])
  expect((await instance.call('GET', `/api/now/attachment/${attachment}`)).status).toBe(404)
})
