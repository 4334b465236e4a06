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
  ['a text query', 'GET', `${incidents}?sysparm_query=123TEXTQUERY321=vpn`, {}, 501, 'the query part 123TEXTQUERY321'],
  ['the CMDB API', 'GET', '/api/now/cmdb/instance/cmdb_ci', {}, 501, 'not simulated: the API /api/now/cmdb'],
  ['a limit that is none', 'GET', `${incidents}?sysparm_limit=-1`, {}, 400, 'no number of records'],
])('%s is refused, not quietly left out', async (_what, method, path, options, status, detail) => {
  const answer = await instance.call(method, path, options)
  expect(answer.status).toBe(status)
  expect(answer.json<{ error: { detail: string } }>().error.detail).toContain(detail)
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
