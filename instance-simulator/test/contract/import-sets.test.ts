import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { contractTarget, type ContractTarget } from './target.ts'

let instance: ContractTarget
const suffix = Date.now().toString(36)
const staging = `u_imp_person_${suffix}`
const made: [string, string][] = []

async function make(table: string, values: Readonly<Record<string, string>>): Promise<string> {
  const answer = await instance.call('POST', `/api/now/table/${table}`, { body: values })
  const { sys_id: sysId } = answer.json<{ result: { sys_id: string } }>().result
  made.push([table, sysId])
  return sysId
}
async function find(table: string, query: string): Promise<Readonly<Record<string, string>>> {
  const answer = await instance.call('GET', `/api/now/table/${table}?sysparm_limit=1&sysparm_query=${query}`)
  return answer.json<{ result: Record<string, string>[] }>().result[0] ?? {}
}

interface ImportAnswer {
  readonly import_set: string
  readonly staging_table: string
  readonly result: readonly Readonly<Record<string, string>>[]
}
const send = async (body: Readonly<Record<string, string>>) => {
  const answer = await instance.call('POST', `/api/now/import/${staging}`, { body })
  return { status: answer.status, ...answer.json<ImportAnswer>() }
}

beforeAll(async () => {
  instance = await contractTarget()
  const parent = await find('sys_db_object', 'name=sys_import_set_row')
  await make('sys_db_object', { name: staging, label: 'Imported person', super_class: parent['sys_id'] ?? '', ws_access: 'true' })
  for (const element of ['u_login', 'u_first', 'u_last', 'u_skip'])
    await make('sys_dictionary', { name: staging, element, internal_type: 'string', max_length: '100', column_label: element })
  const map = await make('sys_transform_map', {
    name: 'Person', source_table: staging, target_table: 'sys_user', run_script: 'true',
    script: "(function transformRow(source, target, map, log, isUpdate) { target.title = isUpdate ? 'again' : 'first time'; if (source.u_skip == 'yes') ignore = true; })(source, target, map, log, action === 'update');",
  })
  const fields = { u_login: 'user_name', u_first: 'first_name' }
  for (const [source, target] of Object.entries(fields))
    await make('sys_transform_entry', { map, source_field: source, target_field: target, coalesce: String(source === 'u_login') })
  const script = 'answer = (function transformEntry(source) { return String(source.u_last).toUpperCase(); })(source);'
  await make('sys_transform_entry', { map, target_field: 'last_name', use_source_script: 'true', source_script: script })
}) // prettier-ignore
afterAll(async () => {
  for (const [table, sysId] of made.toReversed()) await instance.call('DELETE', `/api/now/table/${table}/${sysId}`)
  await instance.close()
})

test('a row is staged, transformed by its map before the answer, and the second one of its key is an update', async () => {
  const login = `import.${suffix}`
  const first = await send({ u_login: login, u_first: 'Ada', u_last: 'Byron' })
  const [outcome] = first.result
  made.push(['sys_user', outcome?.['sys_id'] ?? ''])
  expect(first).toMatchObject({ status: 201, staging_table: staging })
  expect(first.import_set).toMatch(/^ISET\d{7}$/)
  expect(outcome).toMatchObject({
    transform_map: 'Person', table: 'sys_user', status: 'inserted', display_name: 'name', display_value: 'Ada BYRON',
  }) // prettier-ignore
  expect(outcome?.['record_link']).toBe(`${instance.baseUrl}/api/now/table/sys_user/${outcome?.['sys_id']}`)
  expect((await find('sys_user', `user_name=${login}`))['title']).toBe('first time')

  const second = await send({ u_login: login, u_first: 'Augusta', u_last: 'Byron' })
  expect(second.result[0]).toMatchObject({ status: 'updated', sys_id: outcome?.['sys_id'] })
  expect(await find('sys_user', `user_name=${login}`)).toMatchObject({ title: 'again', first_name: 'Augusta' })
})

test('the staged row tells later what became of it, and a row that the map ignores makes nothing', async () => {
  const login = `ignored.${suffix}`
  const answer = await send({ u_login: login, u_skip: 'yes' })
  expect(answer.result[0]).toMatchObject({ status: 'ignored', sys_id: '' })
  expect(await find('sys_user', `user_name=${login}`)).toEqual({})
  const staged = await find(staging, `u_login=${login}`)
  const later = await instance.call('GET', `/api/now/import/${staging}/${staged['sys_id']}`)
  expect(later.json<ImportAnswer>()).toMatchObject({ import_set: answer.import_set, result: [{ status: 'ignored' }] })
})

test('a table that is none for staging is refused', async () => {
  const answer = await instance.call('POST', '/api/now/import/incident', { body: { short_description: 'x' } })
  expect(answer.status).toBe(400)
})
