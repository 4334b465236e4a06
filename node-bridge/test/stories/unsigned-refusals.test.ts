import { randomUUID } from 'node:crypto'

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { ERROR_CODES, type ErrorCode } from '@accord/shared/protocol'

import { eventually } from '../faults/company/eventually.ts'
import { passAll } from '../faults/network/script.ts'
import { accept, type Company, initiate, read, startCompany, untilState } from './company.ts'
import { impersonatorOf, redeemByHand } from './redeem-by-hand.ts'

const ACTOR = { actor: 'abel.tuter' }

let acme: Company
let globex: Company

beforeAll(async () => {
  ;[acme, globex] = await Promise.all([startCompany('Acme'), startCompany('Globex')])
})
afterEach(() => {
  acme.proxy.follow(passAll)
  globex.proxy.follow(passAll)
})
afterAll(async () => {
  await Promise.all([acme.close(), globex.close()])
})

/** What anybody between the nodes can write. */
const problemOf = (code: ErrorCode): string => {
  const { title, remedy, status, responsible, retry } = ERROR_CODES[code]
  return JSON.stringify({
    type: `urn:accord:problem:${code}`,
    title,
    status,
    detail: remedy,
    code,
    remedy,
    responsible,
    retry,
    requestId: randomUUID(),
  })
}

/** Answers the calls whose path ends so in the place of the node. */
const forge = ({ proxy }: Company, ending: string, status: number, body: string) =>
  proxy.follow(({ path }) =>
    path.endsWith(ending) ? { kind: 'garbage', status, body, forward: false } : { kind: 'pass' },
  )

const FINAL = [
  'invitation_revoked',
  'already_redeemed',
  'invitation_unknown',
  'wrong_recipient_key',
  'address_refused',
  'malformed',
  'connection_gone',
] as const satisfies readonly ErrorCode[]

test.each(FINAL)('an unsigned %s ends no acceptance: it is named, and the redeem is repeated', async (code) => {
  const { connection, code: invitationCode } = await initiate(acme)
  forge(acme, '/redeem', ERROR_CODES[code].status, problemOf(code))
  const waiting = await accept(globex, invitationCode)
  expect(waiting).toMatchObject({ state: 'redeeming', stateReason: { code: 'refusal_unsigned' } })
  expect(waiting.stateReason?.detail).toContain(`${ERROR_CODES[code].title}” (${code})`)
  acme.proxy.follow(passAll)
  await untilState(globex, waiting.id, 'active')
  await untilState(acme, connection.id, 'active')
})

test('an unsigned refusal ends no renewal of keys', async () => {
  const { connection, code } = await initiate(acme)
  const accepted = await accept(globex, code)
  await untilState(acme, connection.id, 'active')
  const params = { connectionId: connection.id }
  const renewing = await acme.client.call('issueRekeyCode', { params, body: ACTOR })
  forge(acme, '/redeem', 410, problemOf('invitation_revoked'))
  await accept(globex, renewing.code)
  await eventually('the forged answer has come twice', () =>
    acme.proxy.seen.filter(({ path, fault }) => path.endsWith('/redeem') && fault === 'garbage').length > 1
      ? true
      : undefined,
  )
  acme.proxy.follow(passAll)
  const eventsOf = async () =>
    (await globex.client.call('readConnection', { params: { connectionId: accepted.id } })).log.map(
      ({ event }) => event,
    )
  await eventually('the keys are renewed', async () => ((await eventsOf()).includes('rekeyed') ? true : undefined))
  expect(await eventsOf()).not.toContain('rekeyRefused')
})

test('what the source itself refuses is signed and final at once; what it cannot read it does not sign', async () => {
  const { connection, code } = await initiate(acme, { destinationUrl: globex.proxy.url })
  const refused = await redeemByHand(code, await impersonatorOf(globex))
  expect(refused.problem.code).toBe('wrong_recipient_key')
  expect(refused.headers.get('accord-signature')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/u)
  const nonsense = await fetch(`${acme.proxy.url}/node/v1/invitations/${connection.invitation?.id}/redeem`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"redeem": 1}',
  })
  expect([nonsense.status, nonsense.headers.get('accord-signature')]).toEqual([400, null])
  await acme.client.call('revokeInvitation', { params: { connectionId: connection.id }, body: ACTOR })
  expect(await accept(globex, code)).toMatchObject({ state: 'failed', stateReason: { code: 'invitation_revoked' } })
})

describe('a source that cannot be called', () => {
  let hidden: Company
  beforeAll(async () => {
    hidden = await startCompany('Hidden', undefined, undefined, { settings: { ACCORD_POLL_ONLY: 'true' } })
  })
  afterAll(() => hidden.close())

  test.each([
    ['that it is not known', 404, problemOf('invitation_unknown')],
    ['that it was received', 200, JSON.stringify({ invitationId: randomUUID(), state: 'failed' })],
  ])('goes on telling its decision when somebody between the nodes answers %s', async (_, status, body) => {
    const { connection, code } = await initiate(hidden, { destinationUrl: globex.proxy.url, approval: true })
    const accepted = await accept(globex, code)
    await untilState(hidden, connection.id, 'awaiting_approval')
    forge(globex, '/settle', status, body)
    await hidden.client.call('rejectConnection', { params: { connectionId: connection.id }, body: ACTOR })
    await eventually('the forged answer has come', () =>
      globex.proxy.seen.some(({ path, fault }) => path.endsWith('/settle') && fault === 'garbage') ? true : undefined,
    )
    expect((await read(globex, accepted.id)).state).toBe('awaiting_approval')
    globex.proxy.follow(passAll)
    expect(await untilState(globex, accepted.id, 'failed')).toMatchObject({
      stateReason: { code: 'approval_rejected' },
    })
  })
})
