import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { contractTarget, type ContractTarget } from './target.ts'

type Fields = Readonly<Record<string, string>>

let instance: ContractTarget
const made: string[] = []
beforeAll(async () => {
  instance = await contractTarget()
})
afterAll(async () => {
  for (const path of made) await instance.call('DELETE', path)
  await instance.close()
})

const plain = 'sysparm_exclude_reference_link=true'
const result = (text: string) => (JSON.parse(text) as { result: Fields }).result
async function add(table: string, body: object): Promise<Fields> {
  const answer = await instance.call('POST', `/api/now/table/${table}?${plain}`, { body })
  made.push(`/api/now/table/${table}/${result(answer.text)['sys_id']}`)
  return result(answer.text)
}
const change = async (table: string, { sys_id: id }: Fields, body: object) =>
  result((await instance.call('PATCH', `/api/now/table/${table}/${id}?${plain}`, { body })).text)

describe('an incident', () => {
  test.each([
    ['1', '1', '1'],
    ['1', '2', '2'],
    ['2', '2', '3'],
    ['3', '2', '4'],
    ['3', '3', '5'],
  ])('of impact %s and urgency %s has priority %s', async (impact, urgency, priority) => {
    const incident = await add('incident', { short_description: 'priority', impact, urgency })
    expect(incident['priority']).toBe(priority)
  })

  test('a new urgency derives a new priority', async () => {
    const incident = await add('incident', { short_description: 'urgency' })
    expect(incident['priority']).toBe('5')
    expect((await change('incident', incident, { urgency: '1' }))['priority']).toBe('3')
  })

  test('is resolved, closed and opened again with all that belongs to it', async () => {
    const incident = await add('incident', { short_description: 'life' })
    expect(incident).toMatchObject({ state: '1', incident_state: '1', active: 'true', resolved_at: '' })
    const solved = { close_code: 'Solution provided', close_notes: 'done' }
    const resolved = await change('incident', incident, { state: '6', ...solved })
    expect(resolved).toMatchObject({ incident_state: '6', active: 'true', closed_at: '' })
    expect([resolved['resolved_at'], resolved['resolved_by']]).toEqual([
      expect.stringMatching(/^\d{4}-/),
      expect.stringMatching(/^[0-9a-f]{32}$/),
    ])
    const closed = await change('incident', incident, { state: '7' })
    expect(closed).toMatchObject({ incident_state: '7', active: 'false', resolved_at: resolved['resolved_at'] })
    expect(closed['closed_at']).toMatch(/^\d{4}-/)
    const open = await change('incident', incident, { state: '2' })
    expect(open).toMatchObject({ active: 'true', closed_at: '', closed_by: '', resolved_at: '', reopen_count: '1' })
  })

  test('incident_state alone moves the state', async () => {
    const incident = await add('incident', { short_description: 'repeated' })
    expect(await change('incident', incident, { incident_state: '3' })).toMatchObject({ state: '3' })
  })
})

test.each(['problem', 'change_request'])('a %s has its priority from impact and urgency', async (table) => {
  const work = await add(table, { short_description: 'priority', impact: '2', urgency: '1' })
  expect(work['priority']).toBe('2')
  expect((await change(table, work, { impact: '3' }))['priority']).toBe('3')
})

test.each([
  ['problem', 'New'],
  ['problem_task', 'New'],
  ['change_request', 'New'],
  ['change_task', 'Pending'],
  ['sc_task', 'Open'],
  ['sn_customerservice_case', 'New'],
])('a new %s begins in a state of its own list', async (table, label) => {
  const { sys_id: id } = await add(table, { short_description: 'beginning' })
  const path = `/api/now/table/${table}/${id}?sysparm_display_value=true`
  expect(result((await instance.call('GET', path)).text)['state']).toBe(label)
})

test.each([
  ['problem', '106'],
  ['sn_customerservice_case', '6'],
])('a %s that is resolved has who and when', async (table, state) => {
  const work = await add(table, { short_description: 'resolving' })
  const resolved = await change(table, work, { state })
  expect([resolved['resolved_at'], resolved['resolved_by']]).toEqual([
    expect.stringMatching(/^\d{4}-/),
    expect.stringMatching(/^[0-9a-f]{32}$/),
  ])
})

test.each([
  ['problem', '107', { problem_state: '107' }],
  ['change_request', '4', {}],
  ['sc_req_item', '3', {}],
])('a %s in state %s is closed', async (table, state, more) => {
  const work = await add(table, { short_description: 'closing' })
  expect(work['active']).toBe('true')
  const closed = await change(table, work, { state })
  expect(closed).toMatchObject({ active: 'false', ...more })
  expect(closed['closed_at']).toMatch(/^\d{4}-/)
})

test('a user made by the API is internal, is called by both names, and keeps its password to itself', async () => {
  const name = { first_name: 'Ada', last_name: 'Byron', user_name: `ada.${Date.now()}`, user_password: 'secret' }
  const user = await add('sys_user', name)
  expect(user).toMatchObject({ name: 'Ada Byron', user_password: '********' })
  expect((await change('sys_user', user, { last_name: 'Lovelace' }))['name']).toBe('Ada Lovelace')
  const query = encodeURIComponent(`user=${user['sys_id']}^role.name=snc_internal`)
  const roles = await instance.call('GET', `/api/now/table/sys_user_has_role?sysparm_query=${query}`)
  expect(roles.json<{ result: unknown[] }>().result).toHaveLength(1)
})
