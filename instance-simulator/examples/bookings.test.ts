/** How to test a packed application with Jest: real HTTP against an instance of its own, time and failures under control. */
import { createInstance, type SimulatedInstance } from '@accord/instance-simulator'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { packedApp } from './packed-app.ts'

const DORA = { userName: 'dora', password: 'dora', firstName: 'Dora', lastName: 'Desk', roles: ['x_acme_desk.user'] }
const NOBODY = { userName: 'nils', password: 'nils', firstName: 'Nils', lastName: 'Nobody', roles: [] }
const BOOKINGS = '/api/now/table/x_acme_desk_booking'

let instance: SimulatedInstance
beforeAll(async () => {
  const admin = { userName: 'admin', password: 'admin', firstName: 'System', lastName: 'Admin', roles: ['admin'] }
  instance = await createInstance({ name: 'example', port: 0, users: [admin, DORA, NOBODY] })
  await instance.installPackage(await packedApp())
}, 180_000)
afterAll(() => instance?.close())

async function call(user: string, method: string, path: string, body?: object) {
  const response = await fetch(instance.baseUrl + path, {
    method,
    headers: {
      authorization: `Basic ${btoa(`${user}:${user}`)}`,
      accept: 'application/json',
      'content-type': 'application/json',
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  return { status: response.status, text, result: (JSON.parse(text) as { result: Record<string, string> }).result }
}

test('a desk is booked once a day: the business rule of the package refuses the second one', async () => {
  const booking = { desk: 'A1', day: '2027-03-01' }
  expect((await call('dora', 'POST', BOOKINGS, booking)).status).toBe(201)
  const second = await call('dora', 'POST', BOOKINGS, booking)
  expect([second.status, second.text]).toEqual([403, expect.stringContaining('Desk A1 is taken on that day')])
})

test('the ACLs of the package let in whoever has the role, and nobody else', async () => {
  expect((await call('nils', 'POST', BOOKINGS, { desk: 'A2', day: '2027-03-01' })).status).toBe(403)
})

test('bookings of the past are over once the clock has passed the hour of the job', async () => {
  instance.clock.set(Date.parse('2027-04-01T12:00:00Z'))
  const { result } = await call('dora', 'POST', BOOKINGS, { desk: 'A3', day: '2027-04-01' })
  instance.clock.advance(24 * 3_600_000)
  await instance.settled()
  expect((await call('dora', 'GET', `${BOOKINGS}/${result['sys_id']}`)).result['state']).toBe('over')
})

test('an instance that is rate limited answers 429, once, because the test says so', async () => {
  await call('dora', 'POST', '/_simulator/faults', { kind: 'rateLimited', path: BOOKINGS, count: 1, retryAfterSeconds: 2 })
  expect((await call('dora', 'GET', BOOKINGS)).status).toBe(429)
  expect((await call('dora', 'GET', BOOKINGS)).status).toBe(200)
}) // prettier-ignore

test('nothing of the package is refused or kept without effect, and nothing was asked for in vain', async () => {
  const answer = await fetch(`${instance.baseUrl}/_simulator/coverage`, { headers: { accept: 'application/json' } })
  const coverage = (await answer.json()) as { records: { scope: string; status: string }[]; notSimulated: unknown[] }
  const own = coverage.records.filter(({ scope }) => scope === 'x_acme_desk')
  expect(own.filter(({ status }) => status === 'refused' || status === 'stored only')).toEqual([])
  expect([own.length > 0, coverage.notSimulated]).toEqual([true, []])
})
