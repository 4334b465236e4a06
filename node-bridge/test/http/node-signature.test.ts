import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Problem } from '@accord/shared/schemas'

import { callOperation, CONNECTION_ID, registerKey, signConfirm } from './operation-calls.ts'
import { runApp, type RunningApp } from './running-app.ts'
import { createStubServices } from './stub-services.ts'

const stub = createStubServices()
let app: RunningApp
beforeAll(async () => {
  registerKey(stub)
  app = await runApp(stub.services, { rates: { perAddress: { burst: 1000, perSecond: 1000 } } })
})
afterAll(() => app.close())

const path = `/node/v1/connections/${CONNECTION_ID}/confirm`
const confirm = async (authorization: string, change: object = {}) => {
  const response = await callOperation(app.origin, 'confirmConnection', { headers: { authorization }, ...change })
  return response.ok ? 'taken' : Problem.parse(await response.json()).code
}

test('the signature is over our configured URL: the Host header that arrives does not matter', async () => {
  expect(await confirm(await signConfirm())).toBe('taken')
  expect(await confirm(await signConfirm(new Date(), `${path}?a=1`), { path: `${path}?a=1` })).toBe('taken')
})

test('a signed request is taken once, by whichever of two sockets it comes', async () => {
  const authorization = await signConfirm()
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => confirm(authorization)))
  expect(outcomes.toSorted()).toEqual([...Array.from({ length: 9 }, () => 'request_replayed'), 'taken'])
})

test('another path, query, body or connection than the signed one is refused, and wakes nothing', async () => {
  const woken = stub.calls.length
  expect(await confirm(await signConfirm(), { path: `${path}?a=1` })).toBe('proof_invalid')
  expect(await confirm(await signConfirm(), { body: '{}' })).toBe('proof_invalid')
  expect(await confirm(await signConfirm(), { path: `/node/v1/connections/${randomUUID()}/confirm` })).toBe(
    'proof_invalid',
  )
  expect(stub.calls).toHaveLength(woken)
})

test('a clock beyond tolerance gets our time and a nonce', async () => {
  const authorization = await signConfirm(new Date(Date.now() - 600_000))
  const response = await callOperation(app.origin, 'confirmConnection', { headers: { authorization } })
  const { code, facts } = Problem.parse(await response.json())
  expect([response.status, code]).toEqual([401, 'clock_skew'])
  expect(Math.abs(new Date(String(facts?.['serverTime'])).getTime() - Date.now())).toBeLessThan(5000)
  expect(facts).toHaveProperty('nonce')
})
