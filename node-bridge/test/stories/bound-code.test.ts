import { randomBytes } from 'node:crypto'

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'

import { fingerprintOf } from '../../src/keys/key-pair.ts'
import { passAll } from '../faults/network/script.ts'
import { accept, type Company, initiate, read, readEvents, startCompany, untilState } from './company.ts'
import { impersonatorOf, redeemByHand } from './redeem-by-hand.ts'
import { replaceIdentity } from './replace-identity.ts'

const ACTOR = { actor: 'abel.tuter' }
const masterKey = randomBytes(32).toString('base64')

let acme: Company
let globex: Company

beforeAll(async () => {
  ;[acme, globex] = await Promise.all([
    startCompany('Acme'),
    startCompany('Globex', undefined, undefined, { settings: { ACCORD_MASTER_KEY: masterKey } }),
  ])
})
afterEach(() => globex.proxy.follow(passAll))
afterAll(async () => {
  await Promise.all([acme.close(), globex.close()])
})

const invite = (source = acme) => initiate(source, { destinationUrl: globex.proxy.url })
const fingerprintAt = async (company: Company) => (await company.client.call('readStatus')).keyFingerprint
const change = (company: Company, operation: 'reissueInvitation' | 'issueRekeyCode', connectionId: string) =>
  company.client.call(operation, { params: { connectionId }, body: ACTOR })

/** What stands at Globex's address says these keys of itself. */
async function listKeys(keys: readonly string[]): Promise<void> {
  const document = await globex.bridge.services.node.discoveryDocument()
  const body = JSON.stringify({ ...document, keys })
  globex.proxy.follow(({ path }) =>
    path.endsWith('accord-node') ? { kind: 'garbage', status: 200, body, forward: false } : { kind: 'pass' },
  )
}

test('whoever holds a bound code and takes the name of the invited instance does not get it; the instance does', async () => {
  const { connection, code } = await invite()
  expect(connection.invitation).toMatchObject({
    boundTo: 'key',
    invitedKeyFingerprints: [await fingerprintAt(globex)],
  })
  const { status, problem } = await redeemByHand(code, await impersonatorOf(globex))
  expect([status, problem.code]).toEqual([403, 'wrong_recipient_key'])
  expect(problem.remedy).toMatch(/fingerprint/u)
  expect((await read(acme, connection.id)).state).toBe('invited')
  expect((await accept(globex, code)).state).toBe('active')
  await untilState(acme, connection.id, 'active')
})

test('a re-issued code is bound to the key of the one before, whatever the address says by then', async () => {
  const { connection } = await invite()
  const impersonator = await impersonatorOf(globex)
  await listKeys([impersonator.identity.thumbprint])
  const again = await change(acme, 'reissueInvitation', connection.id)
  expect(again.connection.invitation).toMatchObject({
    boundTo: 'key',
    invitedKeyFingerprints: [await fingerprintAt(globex)],
  })
  expect((await redeemByHand(again.code, impersonator)).problem.code).toBe('wrong_recipient_key')
  globex.proxy.follow(passAll)
  expect((await accept(globex, again.code)).state).toBe('active')
})

test('a code that renews keys is bound to the key that was pinned', async () => {
  const { connection, code } = await invite()
  await accept(globex, code)
  await untilState(acme, connection.id, 'active')
  const renewing = await change(acme, 'issueRekeyCode', connection.id)
  expect((await redeemByHand(renewing.code, await impersonatorOf(globex))).problem.code).toBe('wrong_recipient_key')
})

test('where discovery lists no key the code is bound to a name, and says so; of several keys each will do', async () => {
  await listKeys([])
  const weak = await invite()
  expect(weak.connection.invitation).toMatchObject({ boundTo: 'instance', invitedKeyFingerprints: [] })
  const [log] = (await acme.client.call('readConnection', { params: { connectionId: weak.connection.id } })).log
  expect(log?.detail).toMatch(/lists no key/u)
  const unbound = await initiate(acme)
  expect(unbound.connection.invitation).toMatchObject({ boundTo: 'nobody', invitedKeyFingerprints: [] })
  const second = await impersonatorOf(globex)
  await listKeys(['A'.repeat(43), second.identity.thumbprint])
  const several = await invite()
  expect(several.connection.invitation?.invitedKeyFingerprints).toEqual([
    fingerprintOf('A'.repeat(43)),
    fingerprintOf(second.identity.thumbprint),
  ])
  expect((await redeemByHand(several.code, second)).status).toBe(200)
})

describe('an invited node that was set up anew, with another key', () => {
  const reachable = () => acme
  let hidden: Company
  beforeAll(async () => {
    hidden = await startCompany('Hidden', undefined, undefined, { settings: { ACCORD_POLL_ONLY: 'true' } })
  })
  afterAll(() => hidden.close())

  test.each([
    ['a source that can be called', reachable],
    ['a source that cannot be called', () => hidden],
  ])('is refused by name at %s, and by a new connection it is in', async (_, of) => {
    const source = of()
    const { connection, code } = await invite(source)
    const fingerprint = await replaceIdentity(globex, masterKey)
    const failed = await accept(globex, code)
    expect(await untilState(globex, failed.id, 'failed')).toMatchObject({
      stateReason: { code: 'wrong_recipient_key', detail: expect.stringMatching(/begins a new one/u) },
    })
    await source.client.call('deleteConnection', { params: { connectionId: connection.id }, body: ACTOR })
    const anew = await invite(source)
    expect(anew.connection.invitation?.invitedKeyFingerprints).toEqual([fingerprint])
    const accepted = await accept(globex, anew.code)
    await untilState(source, anew.connection.id, 'active')
    expect(await readEvents(globex, accepted.id)).toContain('accepted')
  })
})
