import { createHmac } from 'node:crypto'

import { expect, test } from '@jest/globals'
import {
  callbackSigningInput,
  DESTINATION_TRANSITIONS,
  acknowledgePauses,
  INVITATION_TRANSITIONS,
  nextState,
  SOURCE_TRANSITIONS,
} from '@accord/shared/protocol'

import { createFixtures } from '../../../conformance/build/fixtures.ts'
import { fingerprintOf, thumbprintOf } from '../../src/keys/key-pair.ts'
import { readFixture, readFixtureText } from './read-fixture.ts'

const fixtures = await createFixtures()

test.each([...fixtures])('%s is what the code makes today, to the byte', (name, text) => {
  expect(readFixtureText(name)).toBe(text)
})

const { keys } = readFixture<{
  keys: {
    name: string
    publicJwk: { kty: 'OKP'; crv: 'Ed25519'; x: string }
    thumbprint: string
    fingerprint: string
  }[]
}>('keys.json')
test.each(keys)('the thumbprint and the fingerprint of the $name', ({ publicJwk, thumbprint, fingerprint }) => {
  expect([thumbprintOf(publicJwk), fingerprintOf(thumbprint)]).toEqual([thumbprint, fingerprint])
})

type Pair = { state: string; event: string; next: string | null }
const transitions = readFixture<Record<'invitation' | 'source' | 'destination', Pair[]>>('transitions.json')
test.each([
  ['invitation', INVITATION_TRANSITIONS],
  ['source', SOURCE_TRANSITIONS],
  ['destination', DESTINATION_TRANSITIONS],
] as const)('every pair of the table of the %s', (name, table) => {
  const answers = transitions[name].map(({ state, event }) => ({
    state,
    event,
    next: nextState(table, state, event) ?? null,
  }))
  expect(answers).toEqual(transitions[name])
  expect(answers.some(({ next }) => next === null)).toBe(true)
})

const { callbackKey, callbacks } = readFixture<{
  callbackKey: string
  callbacks: { timestamp: string; body: string; signature: string }[]
}>('callbacks.json')
test.each(callbacks)('the signature of the callback $body', ({ timestamp, body, signature }) => {
  const mac = createHmac('sha256', Buffer.from(callbackKey, 'base64')).update(callbackSigningInput(timestamp, body))
  expect(mac.digest('base64')).toBe(signature)
  expect(body).toMatch(/^[\x20-\x7E]*$/u)
})

type Counts = { pauses: number; acknowledged: number }
const { contacts } = readFixture<{ contacts: { known: Counts; sent: Counts; next: Counts }[] }>('pauses.json')
test.each(contacts)('who knows $known and is sent $sent knows $next', ({ known, sent, next }) => {
  expect(acknowledgePauses(known, sent)).toEqual(next)
  expect(next.pauses).toBeGreaterThanOrEqual(Math.max(known.pauses, sent.acknowledged))
  expect(next.pauses % 2).toBe(known.pauses % 2)
  expect(next.acknowledged).toBe(Math.max(known.acknowledged, sent.pauses))
})
