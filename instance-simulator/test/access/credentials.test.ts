import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { systemCaller } from '../../src/access/system-callers.ts'
import { createInstance, type SimulatedInstance } from '../../src/instance.ts'

let instance: SimulatedInstance
let user = ''

beforeAll(async () => {
  instance = await createInstance({ name: 'credentials', port: 0 })
  const [admin] = instance.store.query('sys_user', { encoded: 'user_name=admin' }, systemCaller)
  user = admin?.['sys_id'] ?? ''
  instance.store.insert('oauth_entity', { name: 'C', client_id: 'c', client_secret: 's', user }, systemCaller)
})
afterAll(() => instance.close())
beforeEach(() => {
  instance.store.update('sys_user', user, { active: 'true', locked_out: 'false', user_password: 'admin' }, systemCaller)
})

const read = async (headers: Readonly<Record<string, string>>) =>
  (await fetch(`${instance.baseUrl}/api/now/table/incident?sysparm_limit=1`, { headers })).status
const basic = (password: string) => ({ authorization: `Basic ${Buffer.from(`admin:${password}`).toString('base64')}` })

async function token(fields: Readonly<Record<string, string>>) {
  const body = new URLSearchParams({ client_id: 'c', client_secret: 's', ...fields })
  const response = await fetch(`${instance.baseUrl}/oauth_token.do`, { method: 'POST', body })
  return {
    status: response.status,
    ...((await response.json()) as {
      access_token: string
      refresh_token: string
      expires_in: number
      error?: string
    }),
  }
}

test('a changed password counts at once, also for who has just been let in', async () => {
  expect(await read(basic('admin'))).toBe(200)
  instance.store.update('sys_user', user, { user_password: 'other' }, systemCaller)
  expect(await read(basic('admin'))).toBe(401)
  expect(await read(basic('other'))).toBe(200)
})

test.each([{ active: 'false' }, { locked_out: 'true' }])(
  'with %j neither password nor cookie nor token helps',
  async (change) => {
    const login = await fetch(`${instance.baseUrl}/angular.do?sysparm_type=view_form.login`, {
      method: 'POST',
      body: new URLSearchParams({ user_name: 'admin', user_password: 'admin' }),
    })
    const cookie = login.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const asked = await fetch(`${instance.baseUrl}/angular.do?sysparm_type=get_user`, {
      method: 'POST',
      headers: { cookie },
    })
    const session = { cookie, 'x-usertoken': asked.headers.get('x-usertoken-response') ?? '' }
    const { access_token: bearer } = await token({ grant_type: 'password', username: 'admin', password: 'admin' })
    const ways = [basic('admin'), session, { authorization: `Bearer ${bearer}` }]
    expect(await Promise.all(ways.map(read))).toEqual([200, 200, 200])
    instance.store.update('sys_user', user, change, systemCaller)
    expect(await Promise.all(ways.map(read))).toEqual([401, 401, 401])
  },
)

test('an access token ends after half an hour, its refresh token gets another, for the same client only', async () => {
  const first = await token({ grant_type: 'password', username: 'admin', password: 'admin' })
  instance.clock.advance(29 * 60_000)
  expect(await read({ authorization: `Bearer ${first.access_token}` })).toBe(200)
  instance.clock.advance(2 * 60_000)
  expect(await read({ authorization: `Bearer ${first.access_token}` })).toBe(401)
  instance.store.insert('oauth_entity', { name: 'D', client_id: 'd', client_secret: 's' }, systemCaller)
  const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token }
  expect((await token({ ...refresh, client_id: 'd' })).status).toBe(401)
  const second = await token(refresh)
  expect(await read({ authorization: `Bearer ${second.access_token}` })).toBe(200)
})

test('who asks again while a token lives gets that one, with what is left of its time', async () => {
  const wanted = { grant_type: 'password', username: 'admin', password: 'admin' }
  const first = await token(wanted)
  instance.clock.advance(10 * 60_000)
  const second = await token(wanted)
  expect(second.access_token).toBe(first.access_token)
  expect(first.expires_in - second.expires_in).toBeGreaterThanOrEqual(600)
})

test.each([
  ['a wrong secret', { grant_type: 'client_credentials', client_secret: 'x' }, 'invalid_client'],
  ['a wrong password', { grant_type: 'password', username: 'admin', password: 'x' }, 'server_error'],
  ['an unknown grant', { grant_type: 'wishful_thinking' }, 'server_error'],
])('%s gets no token', async (_what, fields, error) => {
  expect(await token(fields)).toMatchObject({ status: 401, error })
})
