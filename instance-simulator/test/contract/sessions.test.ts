import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { contractTarget, type ContractTarget } from './target.ts'

let instance: ContractTarget
beforeAll(async () => {
  instance = await contractTarget()
})
afterAll(() => instance.close())

const cookiesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

async function logIn(password: string) {
  return instance.call('POST', '/angular.do?sysparm_type=view_form.login', {
    anonymous: true,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ user_name: instance.user, user_password: password }).toString(),
  })
}

test('a wrong password is a 200 that says error, and opens no session', async () => {
  const answer = await logIn('wrong')
  expect(answer.status).toBe(200)
  expect(answer.json()).toMatchObject({ status: 'error', message: 'User name or password invalid' })
  const call = await instance.call('GET', '/api/now/table/incident', {
    anonymous: true,
    headers: { cookie: cookiesOf(answer.headers) },
  })
  expect(call.status).toBe(401)
})

test('a cookie is good for REST only together with its token, which a 401 hands out', async () => {
  const login = await logIn(instance.password)
  expect(login.json()).toMatchObject({ status: 'success' })
  const cookie = cookiesOf(login.headers)

  const bare = await instance.call('GET', '/api/now/table/incident?sysparm_limit=1', {
    anonymous: true,
    headers: { cookie },
  })
  expect(bare.status).toBe(401)

  const asked = await instance.call('POST', '/angular.do?sysparm_type=get_user', {
    anonymous: true,
    headers: { cookie },
  })
  const token = asked.headers.get('x-usertoken-response') ?? ''
  expect([asked.status, token.length > 0]).toEqual([401, true])

  const both = await instance.call('GET', '/api/now/table/incident?sysparm_limit=1', {
    anonymous: true,
    headers: { cookie, 'x-usertoken': token },
  })
  expect(both.status).toBe(200)
  const forged = await instance.call('GET', '/api/now/table/incident', {
    anonymous: true,
    headers: { cookie, 'x-usertoken': `${token}0` },
  })
  expect(forged.status).toBe(401)
})
