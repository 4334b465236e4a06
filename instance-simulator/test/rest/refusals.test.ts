import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { contractTarget, type CallOptions, type ContractTarget } from '../contract/target.ts'

let instance: ContractTarget
beforeAll(async () => {
  instance = await contractTarget()
})
afterAll(() => instance.close())

const incidents = '/api/now/table/incident'
const xml = { 'content-type': 'application/xml' }

test.each<[string, string, string, CallOptions, number, string]>([
  ['an answer in XML', 'GET', incidents, { headers: { accept: 'application/xml' } }, 406, 'not simulated: XML'],
  ['a body in XML', 'POST', incidents, { headers: xml, body: '<a/>' }, 415, 'not simulated: XML'],
  [
    'a body that is a form',
    'POST',
    incidents,
    { headers: { 'content-type': 'text/plain' }, body: 'a=b' },
    415,
    'text/plain',
  ],
  ['a list as a body', 'POST', incidents, { body: [] }, 400, 'One record for each request'],
  ['a view', 'GET', `${incidents}?sysparm_view=mobile`, {}, 501, 'not simulated: the parameter sysparm_view'],
  [
    'an operator that is not here',
    'GET',
    `${incidents}?sysparm_query=opened_atRELATIVEGT@hour@ago@1`,
    {},
    501,
    'not simulated: query operator RELATIVE',
  ],
  [
    'a query on a related list',
    'GET',
    `${incidents}?sysparm_query=${encodeURIComponent('active=true^RLQUERYtask_sla.task,>=1^ENDRLQUERY')}`,
    {},
    501,
    'not simulated: the query part RLQUERY',
  ],
  [
    'a join with a table that is not here',
    'GET',
    `${incidents}?sysparm_query=JOINincident.sys_id=task_sla.task!has_breached=true`,
    {},
    501,
    'a join with task_sla',
  ],
  ['a text query', 'GET', `${incidents}?sysparm_query=123TEXTQUERY321=vpn`, {}, 501, 'the query part 123TEXTQUERY321'],
  [
    'a text query of a list',
    'GET',
    `${incidents}?sysparm_query=IR_AND_OR_QUERY=vpn`,
    {},
    501,
    'the query part IR_AND_OR',
  ],
  ['a limit on groups', 'GET', `${incidents}?sysparm_query=HAVINGCOUNT,%3E,1`, {}, 501, 'the query part HAVING'],
  ['a query by tag', 'GET', `${incidents}?sysparm_query=sys_tags=1`, {}, 501, 'tags: the field sys_tags'],
  [
    'a query by a variable',
    'GET',
    `${incidents}?sysparm_query=variables.1=a`,
    {},
    501,
    'variables of a catalogue item',
  ],
  [
    'a walk to a table that extends',
    'GET',
    '/api/now/table/task?sysparm_query=ref_incident.category=a',
    {},
    501,
    'ref_incident.category',
  ],
  ['a tag as a field', 'GET', `${incidents}?sysparm_fields=number,sys_tags`, {}, 501, 'tags: the field sys_tags'],
  ['the CMDB API', 'GET', '/api/now/cmdb/instance/cmdb_ci', {}, 501, 'not simulated: the API /api/now/cmdb'],
  ['a limit that is none', 'GET', `${incidents}?sysparm_limit=-1`, {}, 400, 'no number of records'],
])('%s is refused, not quietly left out', async (_what, method, path, options, status, detail) => {
  const answer = await instance.call(method, path, options)
  expect(answer.status).toBe(status)
  expect(answer.json<{ error: { detail: string } }>().error.detail).toContain(detail)
})

test.each(['incident.do?XML&sysparm_query=active=true', 'incident_list.do?active=true&CSV', 'incident.do?JSONv2'])(
  'another processor of a table is refused by name before anybody is asked to log in: /%s',
  async (path) => {
    const answer = await instance.call('GET', `/${path}`)
    expect([answer.status, answer.text]).toEqual([
      501,
      expect.stringMatching(/not simulated: \/\w+\.do\?(?:XML|CSV|JSONv2)/u),
    ])
  },
)

test('a condition on what is no column here is dropped, as on the platform, and counted where a developer looks', async () => {
  const asked = `${incidents}?sysparm_query=business_impact=high^active=true`
  expect((await instance.call('GET', asked)).status).toBe(200)
  const { notSimulated } = (await instance.call('GET', '/_simulator/coverage')).json<{
    notSimulated: { what: string }[]
  }>()
  const what = 'a condition on incident.business_impact, which is no column here'
  expect(notSimulated).toContainEqual(expect.objectContaining({ what }))
})

test('a method that a resource does not have is a 405', async () => {
  expect((await instance.call('PUT', incidents, { body: {} })).status).toBe(405)
  expect((await instance.call('POST', `${incidents}/x`, { body: {} })).status).toBe(405)
})

test('a second user with the same name is refused as the database refuses it', async () => {
  const answer = await instance.call('POST', '/api/now/table/sys_user', { body: { user_name: instance.user } })
  expect(answer.status).toBe(403)
  expect(answer.json<{ error: { detail: string } }>().error.detail).toContain('Unique Key violation')
})

test.each([
  'RLQUERYtask_sla.task,>=1^ENDRLQUERY',
  '123TEXTQUERY321=vpn',
  'SUBQUERYcaller_id,sys_id,sys_user^ENDSUBQUERY',
  'JOINincident.sys_id=task_sla.task!has_breached=true',
  'sys_tags=1',
  'ref_incident.category=a',
])('a script that deletes by %s deletes nothing', async (query) => {
  const count = async () => (await instance.call('GET', `${incidents}?sysparm_limit=1`)).headers.get('x-total-count')
  const before = await count()
  const script = `var gr = new GlideRecord('incident'); gr.addEncodedQuery('${query}'); gr.deleteMultiple()`
  const body = { name: query, active: 'true', run_type: 'on_demand', script }
  const job = await instance.call('POST', '/api/now/table/sysauto_script', { body })
  const { sys_id: sysId } = job.json<{ result: { sys_id: string } }>().result
  const run = await instance.call('POST', `/_simulator/jobs/${sysId}/run`)
  expect([run.status >= 400, Number(before) > 0]).toEqual([true, true])
  expect(await count()).toBe(before)
})

test.each(['GSLog', 'UserUtil', 'SOAPMessage', 'global.ProgressWorker', 'GlideMutex'])(
  'a script that asks for %s hears its name',
  async (name) => {
    const marker = `uses ${name}`
    const rule = { collection: 'problem', when: 'before', active: 'true', action_insert: 'true' }
    const script = `try { new ${name}() } catch (e) { current.description = String(e) }`
    const filter = { name: marker, filter_condition: `short_description=${marker}` }
    await instance.call('POST', '/api/now/table/sys_script', { body: { ...rule, ...filter, script } })
    const made = await instance.call('POST', '/api/now/table/problem', { body: { short_description: marker } })
    const { description } = made.json<{ result: { description: string } }>().result
    expect(description).toContain(`not simulated: ${name.replace('global.', '')}`)
  },
)

test('the life of an incident is rules of base data, and the coverage page counts their runs', async () => {
  await instance.call('POST', incidents, { body: { short_description: 'covered', impact: '1', urgency: '1' } })
  const { records } = (await instance.call('GET', '/_simulator/coverage')).json<{
    records: { table: string; name: string; status: string }[]
  }>()
  const rules = records.filter(({ table }) => table === 'sys_script')
  expect(rules).toContainEqual(expect.objectContaining({ name: 'Priority of incident', status: 'executed' }))
})

test('an application’s rules run on another scope’s table only async, or before with field values alone', async () => {
  const add = async (table: string, body: object) => {
    const answer = await instance.call('POST', `/api/now/table/${table}`, { body })
    expect(answer.status).toBe(201)
    return answer.json<{ result: Record<string, string> }>().result
  }
  const { sys_id: scope } = await add('sys_app', { name: 'Foreign', scope: 'x_acme_foreign' })
  const rule = { collection: 'incident', active: 'true', action_insert: 'true', sys_scope: scope, filter_condition: 'short_description=foreign' } // prettier-ignore
  await add('sys_script', { ...rule, name: 'before', when: 'before', script: `current.description = 'before'` })
  await add('sys_script', { ...rule, name: 'after', when: 'after', script: `current.description = 'after'; current.update()` }) // prettier-ignore
  await add('sys_script', { ...rule, name: 'values', when: 'before', template: 'close_notes=set^EQ' })
  await add('sys_script', { ...rule, name: 'async', when: 'async', script: `current.work_notes = 'async'; current.update()` }) // prettier-ignore
  const { sys_id: incident } = await add('incident', { short_description: 'foreign' })
  await instance.call('POST', '/_simulator/settled')
  const path = `${incidents}/${incident}?sysparm_display_value=true`
  const row = (await instance.call('GET', path)).json<{ result: Record<string, string> }>().result
  expect([row['description'], row['close_notes'], row['work_notes']]).toEqual(['', 'set', expect.stringContaining('async')]) // prettier-ignore
})
