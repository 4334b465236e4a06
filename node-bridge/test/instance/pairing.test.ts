import { randomBytes, randomUUID } from 'node:crypto'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { DEFAULT_API_BASE } from '@accord/shared/protocol'
import type { PairingRequest } from '@accord/shared/schemas'

import { initiateConnection } from '../../src/invitations/initiate-connection.ts'
import { eventually } from '../faults/company/eventually.ts'
import { startInstanceReceiver } from '../faults/company/instance-receiver.ts'
import { type Company, startCompany } from '../stories/company.ts'

const MINUTE = 60_000

let acme: Company
beforeAll(async () => {
  acme = await startCompany('Acme')
})
afterAll(() => acme.close())

const newRequest = async (changes: Partial<PairingRequest> = {}): Promise<PairingRequest> => {
  const { pairingCode } = await acme.bridge.services.pairing.issueCode()
  return {
    pairingSecret: pairingCode.split('#pair=')[1] ?? '',
    token: randomBytes(32).toString('base64url'),
    callbackKey: acme.instance.callbackKey,
    instanceUrl: acme.instance.url,
    apiBase: DEFAULT_API_BASE,
    instanceName: 'Acme',
    instanceVersion: 'Zurich',
    appVersion: '0.1.0',
    actor: 'admin',
    ...changes,
  }
}
const pair = (request: PairingRequest) => acme.bridge.services.pairing.pair(request)
const initiate = () =>
  initiateConnection(acme.bridge.services.context, {
    requestId: randomUUID(),
    destinationUrl: null,
    mode: 'script',
    localShortName: 'Acme',
    remoteShortName: 'Globex',
    name: `Acme to Globex ${randomUUID().slice(0, 8)}`,
    description: '',
    actor: 'admin',
  })
const authenticate = (token: string) => acme.bridge.services.callers.authenticateInstance(token)

test('the same code with the same token gives the same answer, with another it is used', async () => {
  const request = await newRequest()
  const first = await pair(request)
  expect(first).toMatchObject({ nodeUrl: acme.bridge.baseUrl })
  expect(await pair(request)).toEqual(first)
  const stranger = { ...request, token: randomBytes(32).toString('base64url') }
  await expect(pair(stranger)).rejects.toMatchObject({ code: 'pairing_used' })
  expect(await authenticate(request.token)).toEqual({ kind: 'instance', instanceUrl: acme.instance.url })
  await expect(authenticate(stranger.token)).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('a call that names another instance than the one that was paired is refused, by its URL, its id or its name', async () => {
  const request = await newRequest({ instanceId: 'a'.repeat(32) })
  await pair(request)
  const { authenticateInstance } = acme.bridge.services.callers
  const { instanceUrl: url, instanceId: id } = request
  const own = { url, id, name: encodeURIComponent(request.instanceName) }
  for (const same of [{}, { ...own, url: `${url}/` }, { url }])
    expect(await authenticateInstance(request.token, same)).toMatchObject({ kind: 'instance' })
  const others = [{ url: 'https://copy.example' }, { id: 'b'.repeat(32) }, { name: 'acmetest' }]
  for (const other of others.map((mark) => authenticateInstance(request.token, { ...own, ...mark })))
    await expect(other).rejects.toMatchObject({ code: 'instance_copied', facts: { copyOf: request.instanceUrl } })
  const { prerequisites } = await acme.bridge.services.node.status()
  expect(prerequisites.find(({ code }) => code === 'instance_copied')).toMatchObject({ state: 'warning' })
})

test('of two instances that use one code at the same time one is paired', async () => {
  const request = await newRequest()
  const rival = { ...request, token: randomBytes(32).toString('base64url') }
  const outcomes = await Promise.allSettled([pair(request), pair(rival)])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('codes that nobody issued, that are old, or that were shown before the pairing are refused', async () => {
  const unknown = await newRequest({ pairingSecret: 'x'.repeat(32) })
  await expect(pair(unknown)).rejects.toMatchObject({ code: 'pairing_unknown' })
  const old = await newRequest()
  acme.shiftClock(31 * MINUTE)
  await expect(pair(old)).rejects.toMatchObject({ code: 'pairing_expired' })
  acme.shiftClock(0)
  const [shownBefore, used] = [await newRequest(), await newRequest()]
  await pair(used)
  await expect(pair(shownBefore)).rejects.toMatchObject({ code: 'pairing_expired' })
})

test('a new pairing takes the place of the old one and learns of every connection', async () => {
  const before = await newRequest()
  await pair(before)
  const { connection } = await initiate()
  await eventually('the old instance receives', () => acme.instance.find(connection.id))
  const successor = await startInstanceReceiver(randomBytes(32).toString('base64'))
  await pair(await newRequest({ instanceUrl: successor.url, callbackKey: successor.callbackKey }))
  await expect(authenticate(before.token)).rejects.toMatchObject({ code: 'unauthenticated' })
  await eventually('the new instance receives', () => successor.find(connection.id))
  expect(successor.faults).toEqual([])
  await successor.close()
})

test.each([
  ['the scope that it has named', '/api/x_12345_accord/v1', { apiBase: '/api/x_12345_accord/v1' }],
  ['the scope of the first releases, which named none', '/api/x_accord_bridge/v1', {}],
])('an instance receives below %s', async (_, apiBase, named) => {
  const instance = await startInstanceReceiver(randomBytes(32).toString('base64'), apiBase)
  try {
    const { apiBase: sent, ...rest } = await newRequest({
      instanceUrl: instance.url,
      callbackKey: instance.callbackKey,
    })
    expect(sent).toBe(DEFAULT_API_BASE)
    const { instanceUid, nodeUrl } = await pair({ ...rest, ...named })
    instance.nameNode({ instanceUid, nodeUrl })
    const { connection } = await initiate()
    await eventually('the instance receives', () => instance.find(connection.id))
    const { prerequisites } = await acme.bridge.services.node.checkPrerequisites()
    expect(prerequisites.find(({ code }) => code === 'instance_reachable')).toMatchObject({ state: 'ok' })
    expect(await acme.bridge.services.context.findDestination(instance.url)).toMatchObject({ local: true })
    expect(instance.faults).toEqual([])
  } finally {
    await instance.close()
  }
})

test('a key that is too short and an address that the policy forbids are refused', async () => {
  const short = await newRequest({ callbackKey: Buffer.alloc(30).toString('base64') })
  await expect(pair(short)).rejects.toMatchObject({ code: 'malformed' })
  const metadata = await newRequest({ instanceUrl: 'http://169.254.169.254/latest' })
  await expect(pair(metadata)).rejects.toMatchObject({ code: 'url_refused' })
})

test('a revoked pairing opens nothing any more, nor does a code from before; a new code pairs again', async () => {
  const request = await newRequest()
  await pair(request)
  const shownBefore = await newRequest()
  expect(await acme.bridge.services.pairing.revoke()).toEqual({ pairing: null })
  expect(await acme.bridge.services.pairing.describe()).toEqual({ pairing: null })
  await expect(authenticate(request.token)).rejects.toMatchObject({ code: 'not_paired' })
  for (const old of [request, shownBefore]) await expect(pair(old)).rejects.toMatchObject({ code: 'pairing_unknown' })
  const again = await newRequest()
  await pair(again)
  expect(await authenticate(again.token)).toMatchObject({ kind: 'instance' })
})
