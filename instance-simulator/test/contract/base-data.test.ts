import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { contractTarget, type ContractTarget } from './target.ts'

let instance: ContractTarget
beforeAll(async () => {
  instance = await contractTarget()
})
afterAll(() => instance.close())

type Row = Readonly<Record<string, unknown>>
const rows = async (table: string, query: string, more = '') =>
  (await instance.call('GET', `/api/now/table/${table}?sysparm_query=${encodeURIComponent(query)}${more}`)).json<{
    result: Row[]
  }>().result

describe('an instance has from the start', () => {
  test.each([
    ['problem_task', 'task'], ['change_task', 'task'], ['sc_request', 'task'], ['sc_req_item', 'task'], ['sc_task', 'task'],
    ['sn_customerservice_case', 'task'], ['cmdb_ci_linux_server', 'cmdb_ci_server'], ['cmdb_ci_server', 'cmdb_ci_computer'],
    ['cmdb_ci_computer', 'cmdb_ci_hardware'], ['cmdb_ci_hardware', 'cmdb_ci'], ['cmdb_ci', 'cmdb'], ['cmdb_ci_service', 'cmdb_ci'],
  ])('the table %s, which extends %s', async (name, parent) => {
    const [table] = await rows('sys_db_object', `name=${name}`, '&sysparm_fields=name,super_class.name')
    expect(table).toEqual({ name, 'super_class.name': parent })
  }) // prettier-ignore

  test('numbers for all kinds of work', async () => {
    const prefixes = { problem_task: 'PTASK', change_task: 'CTASK', sc_request: 'REQ', sc_task: 'SCTASK', sn_customerservice_case: 'CS' } // prettier-ignore
    for (const [table, prefix] of Object.entries(prefixes)) {
      const made = await instance.call('POST', `/api/now/table/${table}`, { body: { short_description: 'numbered' } })
      const { number, sys_id: sysId } = made.json<{ result: { number: string; sys_id: string } }>().result
      expect(number).toMatch(new RegExp(`^${prefix}\\d{7}$`))
      await instance.call('DELETE', `/api/now/table/${table}/${sysId}`)
    }
  })

  test('people whose department, location, company and manager can be walked to', async () => {
    const paths = ['department.dept_head.email', 'location.city', 'company.website', 'manager.name', 'cost_center.code']
    const [user] = await rows('sys_user', 'user_name=abel.tuter', `&sysparm_fields=${paths.join(',')}`)
    expect(paths.map((path) => user?.[path])).toEqual([
      'beth.anglin@example.com', 'Austin', 'https://example.com', 'Beth Anglin', 'CC100',
    ]) // prettier-ignore
  })

  test('groups, departments and locations with the fields that people walk to', async () => {
    const walked = async (table: string, query: string, paths: readonly string[]) => {
      const [row] = await rows(table, query, `&sysparm_display_value=true&sysparm_fields=${paths.join(',')}`)
      return paths.map((path) => row?.[path])
    }
    expect(
      await walked('sys_user_group', 'name=Network', [
        'manager.email',
        'manager.department.name',
        'parent.name',
        'email',
      ]),
    ).toEqual(['beth.anglin@example.com', 'IT', 'Hardware', 'network@example.com'])
    expect(
      await walked('cmn_department', 'name=Sales', [
        'dept_head.name',
        'primary_contact.name',
        'company.city',
        'parent.name',
      ]),
    ).toEqual(['Beth Anglin', 'Abel Tuter', 'Berlin', 'IT'])
    expect(
      await walked('cmn_location', 'name=Austin', [
        'city',
        'country',
        'parent.name',
        'company.name',
        'latitude',
        'contact.email',
      ]),
    ).toEqual(['Austin', 'US', 'Berlin', 'Example Inc.', '30.2672', 'abel.tuter@example.com'])
  })
})

describe('the dictionary', () => {
  const entry = async (table: string, element: string) => (await rows('sys_dictionary', `name=${table}^element=${element}`))[0] ?? {}

  test('tells of each column its length, its list and what it refers to', async () => {
    expect(await entry('incident', 'caller_id')).toMatchObject({
      internal_type: { value: 'reference', link: `${instance.baseUrl}/api/now/table/sys_glide_object?name=reference` },
      reference: { value: 'sys_user', link: `${instance.baseUrl}/api/now/table/sys_db_object?name=sys_user` },
      max_length: '32',
      choice: '0',
    })
    expect(await entry('task', 'short_description')).toMatchObject({ max_length: '160', reference: '' })
    expect([(await entry('task', 'description'))['choice'], (await entry('incident', 'category'))['choice']]).toEqual(['0', '1'])
    expect((await entry('task', 'priority'))['choice']).toBe('3')
  })

  test('has the columns that every table has, once, where the table begins', async () => {
    const names = async (table: string) => (await rows('sys_dictionary', `name=${table}^elementSTARTSWITHsys_`)).map((row) => row['element'])
    expect(await names('task')).toEqual(expect.arrayContaining(['sys_id', 'sys_created_on', 'sys_created_by', 'sys_updated_on', 'sys_updated_by', 'sys_mod_count', 'sys_class_name']))
    expect(await names('incident')).toEqual([])
  })

  test('is walked to the table that a column refers to', async () => {
    const [row] = await rows('sys_dictionary', 'name=incident^element=caller_id', '&sysparm_fields=reference.label')
    expect(row).toEqual({ 'reference.label': 'User' })
  })
}) // prettier-ignore
