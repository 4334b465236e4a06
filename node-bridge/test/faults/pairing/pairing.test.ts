import { randomBytes } from 'node:crypto'

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { PAIRING_FRAGMENT } from '@accord/shared/protocol'

import { createBridgeClient, RefusedCall } from '../company/bridge-client.ts'
import { startCompany, type Company } from '../company/company.ts'
import { createKiller } from '../kills/killer.ts'
import { EACH_FAULT } from '../network/fault.ts'

let company: Company
let request: Record<string, string>

beforeAll(async () => {
  company = await startCompany('Company A')
}, 60_000)

afterAll(() => company.close())

beforeEach(async () => {
  company.proxy.onStep(() => undefined)
  company.proxy.follow(() => ({ kind: 'pass' }))
  const { pairingCode } = await company.operator.call('issuePairingCode')
  request = {
    pairingSecret: pairingCode.slice(pairingCode.indexOf(PAIRING_FRAGMENT) + PAIRING_FRAGMENT.length),
    token: randomBytes(32).toString('base64url'),
    callbackKey: company.instance.callbackKey,
    instanceUrl: company.instanceProxy.url,
    instanceName: 'Company A',
    instanceVersion: 'Zurich',
    appVersion: '0.1.0',
    actor: 'admin',
  }
})

const pair = (body: object) => createBridgeClient(company.proxy.url, '').call('pairInstance', { body })
const statusWith = (token: string | undefined) => createBridgeClient(company.bridge.url, token ?? '').call('readStatus')

test.each(['drop-answer', 'truncate', 'reset', 'drop-before'] as const)(
  'a pairing that meets %s is repeated with the same code and the same token, and holds',
  async (kind) => {
    const struckAt = company.proxy.seen.length
    company.proxy.follow(({ index }) => (index === struckAt ? EACH_FAULT[kind] : { kind: 'pass' }))
    await expect(pair(request)).rejects.toThrow()
    expect((await pair(request)).instanceUid).toBe(company.instanceUid)
    expect((await statusWith(request['token'])).instanceUid).toBe(company.instanceUid)
  },
)

test('a node that dies before its answer has left gives the same answer when it is back', async () => {
  const killer = createKiller(company.bridge)
  company.proxy.onStep(async (step) => void (step === 'answered' && killer.kills() === 0 && (await killer.strike())))
  await pair(request).catch(() => undefined)
  await killer.settled()
  expect((await pair(request)).instanceUid).toBe(company.instanceUid)
  expect((await statusWith(request['token'])).instanceUid).toBe(company.instanceUid)
})

test('someone else with the same code and a token of his own receives pairing_used, and the first token still holds', async () => {
  await pair(request)
  const refusal = await pair({ ...request, token: randomBytes(32).toString('base64url') }).catch(
    (error: unknown) => error,
  )
  expect(refusal instanceof RefusedCall && refusal.problem.code).toBe('pairing_used')
  expect((await statusWith(request['token'])).instanceUid).toBe(company.instanceUid)
})
