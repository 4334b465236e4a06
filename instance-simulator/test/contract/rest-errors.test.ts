import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { contractTarget, type CallOptions, type ContractTarget } from './target.ts'

let instance: ContractTarget
beforeAll(async () => {
  instance = await contractTarget()
})
afterAll(() => instance.close())

const missing = 'a'.repeat(32)
const wrong = { authorization: `Basic ${Buffer.from('admin:wrong-password').toString('base64')}` }

const refusals: [string, string, string, CallOptions, number, string][] = [
  ['no credentials', 'GET', '/api/now/table/incident', { anonymous: true }, 401, 'User Not Authenticated'],
  [
    'wrong password',
    'GET',
    '/api/now/table/incident',
    { anonymous: true, headers: wrong },
    401,
    'User Not Authenticated',
  ],
  [
    'a made-up bearer token',
    'GET',
    '/api/now/table/incident',
    { anonymous: true, headers: { authorization: 'Bearer x' } },
    401,
    'User Not Authenticated',
  ],
  ['an unknown row', 'GET', `/api/now/table/incident/${missing}`, {}, 404, 'No Record found'],
  [
    'changing an unknown row',
    'PATCH',
    `/api/now/table/incident/${missing}`,
    { body: { state: '2' } },
    404,
    'No Record found',
  ],
  ['an unknown table', 'GET', '/api/now/table/no_such_table', {}, 400, 'Invalid table no_such_table'],
  ['an unknown API', 'GET', '/api/now/no_such_api', {}, 400, 'Requested URI does not represent any resource'],
  [
    'broken JSON',
    'POST',
    '/api/now/table/incident',
    { body: '{"a":', headers: { 'content-type': 'application/json' } },
    400,
    'Exception while reading request',
  ],
]

test.each(refusals)('%s is refused with the envelope', async (_what, method, path, options, status, message) => {
  const answer = await instance.call(method, path, options)
  expect(answer.status).toBe(status)
  expect(answer.json()).toMatchObject({ error: { message }, status: 'failure' })
})

test('a 401 names the scheme', async () => {
  const answer = await instance.call('GET', '/api/now/table/incident', { anonymous: true })
  expect(answer.headers.get('www-authenticate')).toMatch(/^basic realm=/i)
})
