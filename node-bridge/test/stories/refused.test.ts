import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { processInvitationCode } from '../../src/invitations/invitation-code.ts'
import { createRedeem } from '../../src/handshake/messages/redeem.ts'
import { createKeyPair } from '../../src/keys/key-pair.ts'
import { accept, type Company, initiate, read, refusalOf, startCompany, untilState } from './company.ts'

const HOUR = 3_600_000

let acme: Company
let globex: Company
let initech: Company

beforeAll(async () => {
  ;[acme, globex, initech] = await Promise.all([startCompany('Acme'), startCompany('Globex'), startCompany('Initech')])
})
afterAll(async () => {
  await Promise.all([acme.close(), globex.close(), initech.close()])
})

test('an expired code: the acceptor learns it, the source shows it, and a new code of the same connection works', async () => {
  const { connection, code } = await initiate(acme)
  acme.shiftClock(73 * HOUR)
  try {
    const failed = await accept(globex, code)
    expect(failed).toMatchObject({
      state: 'failed',
      stateReason: { code: 'invitation_expired' },
      invitation: { state: 'expired' },
    })
    await untilState(acme, connection.id, 'expired')
    const preview = globex.client.call('previewInvitation', { body: { text: code } })
    expect((await preview).existingConnectionId).toBe(failed.id)
  } finally {
    acme.shiftClock(0)
  }
  const again = await acme.client.call('reissueInvitation', {
    params: { connectionId: connection.id },
    body: { actor: 'abel.tuter' },
  })
  expect(again.connection).toMatchObject({ id: connection.id, state: 'invited' })
  expect((await accept(globex, again.code)).state).toBe('active')
  await untilState(acme, connection.id, 'active')
})

test('a revoked code is worthless, and revoking it twice does no harm', async () => {
  const { connection, code } = await initiate(acme)
  const revoke = () =>
    acme.client.call('revokeInvitation', { params: { connectionId: connection.id }, body: { actor: 'abel.tuter' } })
  expect((await revoke()).connection.state).toBe('revoked')
  expect((await revoke()).connection.state).toBe('revoked')
  expect(await accept(globex, code)).toMatchObject({
    state: 'failed',
    stateReason: { code: 'invitation_revoked' },
  })
})

test('a code that was redeemed cannot be revoked or re-issued', async () => {
  const { connection, code } = await initiate(acme)
  await accept(globex, code)
  const call = { params: { connectionId: connection.id }, body: { actor: 'abel.tuter' } }
  expect(await refusalOf(acme.client.call('revokeInvitation', call))).toMatchObject({ code: 'state_conflict' })
  expect(await refusalOf(acme.client.call('reissueInvitation', call))).toMatchObject({ code: 'state_conflict' })
})

test('a code that somebody else has used says so', async () => {
  const { code } = await initiate(acme)
  expect((await accept(initech, code)).state).toBe('active')
  expect(await accept(globex, code)).toMatchObject({ state: 'failed', stateReason: { code: 'already_redeemed' } })
})

test('a code for another instance is refused here, and by the source when this node would not look', async () => {
  const { code } = await initiate(acme, { destinationUrl: globex.proxy.url })
  expect(await refusalOf(accept(initech, code))).toMatchObject({ code: 'wrong_recipient', status: 403 })
  const invitation = await processInvitationCode(code)
  const { node: nodeInfo } = await initech.bridge.services.node.discoveryDocument()
  const connectionKey = await createKeyPair()
  const identity = await createKeyPair()
  const redeem = await createRedeem({ invitation, connectionKey, identity, nodeInfo, now: new Date() })
  const answer = await fetch(redeem.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(redeem.body),
  })
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({ code: 'wrong_recipient' })
  expect((await accept(globex, code)).state).toBe('active')
})

test('the own code is refused before anything is stored', async () => {
  const { code } = await initiate(acme)
  expect(await refusalOf(accept(acme, code))).toMatchObject({ code: 'own_invitation', status: 409 })
})

test('a URL where nobody listens is refused as a destination', async () => {
  expect(await refusalOf(initiate(acme, { destinationUrl: 'http://127.0.0.1:9/' }))).toMatchObject({
    code: 'connection_refused',
  })
})

test('a name that is taken: the preview suggests a free one, and with it the code is accepted', async () => {
  const name = 'Acme and Globex'
  await initiate(globex, { name })
  const { code } = await initiate(acme, { name })
  const preview = await globex.client.call('previewInvitation', { body: { text: code } })
  expect(preview).toMatchObject({ nameFree: false, suggestedName: 'Acme and Globex (2)' })
  expect(await refusalOf(accept(globex, code))).toMatchObject({
    code: 'name_taken',
    facts: { suggestion: preview.suggestedName },
  })
  expect(await accept(globex, code, preview.suggestedName)).toMatchObject({
    state: 'active',
    name: preview.suggestedName,
  })
  expect(await refusalOf(initiate(acme, { name: ' ACME  and globex ' }))).toMatchObject({ code: 'name_taken' })
})

test('who redeems and never confirms is abandoned, and the connection can be offered again', async () => {
  const { connection, code } = await initiate(acme)
  const invitation = await processInvitationCode(code)
  const { node: nodeInfo } = await globex.bridge.services.node.discoveryDocument()
  const [connectionKey, identity] = [await createKeyPair(), await createKeyPair()]
  const redeem = await createRedeem({ invitation, connectionKey, identity, nodeInfo, now: new Date() })
  const post = () =>
    fetch(redeem.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(redeem.body),
    })
  expect((await post()).status).toBe(200)
  expect((await read(acme, connection.id)).state).toBe('pending')
  acme.shiftClock(49 * HOUR)
  await untilState(acme, connection.id, 'abandoned')
  acme.shiftClock(0)
  expect(await (await post()).json()).toMatchObject({ code: 'connection_gone' })
  const again = await acme.client.call('reissueInvitation', {
    params: { connectionId: connection.id },
    body: { actor: 'abel.tuter' },
  })
  expect((await accept(globex, again.code)).state).toBe('active')
})

test('after the evaluation has ended nothing new begins, and what exists goes on', async () => {
  const { connection, code } = await initiate(acme)
  const accepted = await accept(globex, code)
  const { code: unused } = await initiate(initech)
  globex.shiftClock(31 * 24 * HOUR)
  try {
    expect(await refusalOf(initiate(globex))).toMatchObject({ code: 'licence_ended', status: 402 })
    expect(await refusalOf(accept(globex, unused))).toMatchObject({ code: 'licence_ended' })
    expect(await read(globex, accepted.id)).toMatchObject({ state: 'active' })
    const { licence, prerequisites } = await globex.client.call('readStatus')
    expect(licence.ended).toBe(true)
    expect(prerequisites).toContainEqual(expect.objectContaining({ code: 'licence', state: 'failed' }))
  } finally {
    globex.shiftClock(0)
  }
  await untilState(acme, connection.id, 'active')
})
