import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'

import { createInvitationCode } from '../../src/invitations/invitation-code.ts'
import { createKeyPair } from '../../src/keys/key-pair.ts'
import { eventually } from '../faults/company/eventually.ts'
import { passAll } from '../faults/network/script.ts'
import { COMPANY_A, CONNECTION } from '../handshake/messages/parties.ts'
import { accept, type Company, initiate, read, readEvents, refusalOf, startCompany, untilState } from './company.ts'

const ACTOR = { actor: 'abel.tuter' }

let acme: Company
let globex: Company

beforeAll(async () => {
  ;[acme, globex] = await Promise.all([startCompany('Acme'), startCompany('Globex')])
})
afterEach(() => acme.proxy.follow(passAll))
afterAll(async () => {
  await Promise.all([acme.close(), globex.close()])
})

const reissue = async (connectionId: string) =>
  (await acme.client.call('reissueInvitation', { params: { connectionId }, body: ACTOR })).code
const rekey = async (connectionId: string) =>
  (await acme.client.call('issueRekeyCode', { params: { connectionId }, body: ACTOR })).code
const preview = (text: string) => globex.client.call('previewInvitation', { body: { text } })

test('an older code after the newer one was accepted says that it was replaced, and which connection the newer one made', async () => {
  const { connection, code: first } = await initiate(acme)
  const second = await reissue(connection.id)
  const third = await reissue(connection.id)
  const accepted = await accept(globex, third)
  expect(accepted.state).toBe('active')
  for (const older of [first, second])
    for (const call of [accept(globex, older), accept(globex, older, 'Another name'), preview(older)])
      expect(await refusalOf(call)).toMatchObject({
        code: 'invitation_replaced',
        remedy: expect.stringMatching(/newer code/u),
        facts: { connectionId: accepted.id, name: accepted.name },
      })
  expect((await preview(third)).existingConnectionId).toBe(accepted.id)
})

test('an older code before the newer one: the source says that it was replaced, and the newer one is taken under its name', async () => {
  const { connection, code: older } = await initiate(acme)
  const newer = await reissue(connection.id)
  const failed = await accept(globex, older)
  expect(failed).toMatchObject({ state: 'failed', stateReason: { code: 'invitation_replaced' } })
  expect((await read(acme, connection.id)).refusedRedeems).toMatchObject([{ code: 'invitation_replaced' }])
  expect(await accept(globex, newer)).toMatchObject({ state: 'active', name: failed.name })
  // Pasted once more, it does not fight for the name that the newer one has taken.
  expect(await refusalOf(accept(globex, older))).toMatchObject({ code: 'invitation_replaced' })
  expect(await refusalOf(preview(older))).toMatchObject({ code: 'invitation_replaced' })
})

test('a newer code takes the place of an older acceptance that still waits, and its name', async () => {
  const { connection, code: older } = await initiate(acme)
  acme.proxy.follow(({ path }) => (path.endsWith('/redeem') ? { kind: 'drop-before' } : { kind: 'pass' }))
  const waiting = await accept(globex, older)
  expect(waiting.state).toBe('redeeming')
  const newer = await reissue(connection.id)
  expect(await preview(newer)).toMatchObject({ nameFree: true, suggestedName: waiting.name })
  acme.proxy.follow(passAll)
  expect(await accept(globex, newer)).toMatchObject({ state: 'active', name: waiting.name })
  expect(await read(globex, waiting.id)).toMatchObject({
    state: 'failed',
    stateReason: { code: 'invitation_replaced' },
    invitation: { state: 'revoked' },
  })
  await untilState(acme, connection.id, 'active')
})

test('an older code that renews keys, after the newer one: nothing is renewed, and the reason is the right one', async () => {
  const { connection, code } = await initiate(acme)
  const { id } = await accept(globex, code)
  await untilState(acme, connection.id, 'active')
  const older = await rekey(connection.id)
  const newer = await rekey(connection.id)
  await accept(globex, newer)
  await eventually('the keys are renewed', async () =>
    (await readEvents(globex, id)).includes('rekeyed') ? true : undefined,
  )
  await accept(globex, older)
  const reason = await eventually(
    'the older one is refused',
    async () => (await read(globex, id)).stateReason ?? undefined,
  )
  expect(reason.code).toBe('invitation_replaced')
})

test('a code that was revoked, and not replaced, is still revoked', async () => {
  const { connection, code } = await initiate(acme)
  const params = { connectionId: connection.id }
  await acme.client.call('revokeInvitation', { params, body: ACTOR })
  expect(await accept(globex, code)).toMatchObject({ stateReason: { code: 'invitation_revoked' } })
})

test('a stranger who names the offer of somebody else replaces nothing', async () => {
  const { connection, code } = await initiate(acme)
  acme.proxy.follow(({ path }) => (path.endsWith('/redeem') ? { kind: 'drop-before' } : { kind: 'pass' }))
  const waiting = await accept(globex, code)
  const offer = { id: connection.id, number: 99 }
  const forged = await createInvitationCode(
    { nodeInfo: { ...COMPANY_A, baseUrl: acme.proxy.url }, connection: { ...CONNECTION, name: waiting.name }, offer },
    await createKeyPair(),
    new Date(),
  )
  expect(await preview(forged.code)).toMatchObject({ nameFree: false })
  expect((await read(globex, waiting.id)).state).toBe('redeeming')
  acme.proxy.follow(passAll)
  await untilState(globex, waiting.id, 'active')
})
