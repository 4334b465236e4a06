import { describe, expect, test } from '@jest/globals'
import { nextState, type TransitionTable } from '@accord/shared/protocol'
import { ExchangeAnswer, ExchangeRequest, type PublicJwk } from '@accord/shared/schemas'
import { INBOUND_TRANSITIONS, OUTBOUND_TRANSITIONS, PAIR_TRANSITIONS } from '@accord/shared/sync'
import { calculateJwkThumbprint, compactVerify, importJWK } from 'jose'

import { processMessage } from '../../src/sync/messages/message.ts'
import { processResult } from '../../src/sync/messages/result.ts'
import { codeOf } from '../refused.ts'
import { readFixture } from './read-fixture.ts'

interface Texts {
  readonly valid: { name: string; text: string; claims: object }[]
  readonly invalid: { name: string; text: string; refusal: string }[]
}
const { parties, om, key, messages, results } = readFixture<{
  parties: { iss: string; aud: string; connectionId: string }
  om: { min: string; max: string }
  key: PublicJwk
  messages: Texts
  results: Texts
}>('sync-messages.json')

const kidOfA = await calculateJwkThumbprint(key)
const expected = { ...parties, om, findKey: (kid: string) => (kid === kidOfA ? key : undefined) }

/** A second verifier, which shares no code with ours: what it says of a signature. */
async function joseOf(text: string, typ: string): Promise<unknown> {
  const { payload, protectedHeader } = await compactVerify(text, await importJWK(key, 'Ed25519'), {
    algorithms: ['Ed25519'],
  })
  expect(protectedHeader).toEqual({ alg: 'Ed25519', typ, kid: kidOfA })
  return JSON.parse(new TextDecoder().decode(payload))
}

describe.each([
  ['message', 'accord-message+jws', messages, processMessage],
  ['result', 'accord-result+jws', results, processResult],
] as const)('a %s', (_, typ, { valid, invalid }, verify) => {
  test.each(valid)('with $name is taken, and jose reads the same claims', async ({ text, claims }) => {
    expect(await joseOf(text, typ)).toEqual(claims)
    expect(await verify(text, expected)).toMatchObject(claims)
  })

  test.each(invalid)('with $name is refused as $refusal', async ({ text, refusal }) => {
    expect(await codeOf(verify(text, expected))).toBe(refusal)
  })

  test('whose signature does not fit is refused by jose as well, and one whose members do not fit is not', async () => {
    const isSigned = (text: string) =>
      joseOf(text, typ).then(
        () => true,
        () => false,
      )
    for (const { name, text, refusal } of invalid) {
      if (/stranger|another message/u.test(name)) expect([name, await isSigned(text)]).toEqual([name, false])
      if (refusal === 'unsupported') expect([name, await isSigned(text)]).toEqual([name, true])
    }
  })
})

const { bodies, answers } = readFixture<{
  bodies: { name: string; body: unknown; taken: boolean }[]
  answers: { name: string; answer: unknown; taken: boolean }[]
}>('sync-exchanges.json')

test.each(bodies)('the body of an exchange with $name', ({ body, taken }) => {
  expect(ExchangeRequest.safeParse(body).success).toBe(taken)
})

test.each(answers)('the answer to an exchange with $name', ({ answer, taken }) => {
  expect(ExchangeAnswer.safeParse(answer).success).toBe(taken)
})

type Step = { state: string; event: string; next: string | null }
const transitions = readFixture<Record<'pair' | 'outbound' | 'inbound', Step[]>>('sync-transitions.json')

describe.each<[keyof typeof transitions, TransitionTable, string]>([
  ['pair', PAIR_TRANSITIONS, 'starting'],
  ['outbound', OUTBOUND_TRANSITIONS, 'none'],
  ['inbound', INBOUND_TRANSITIONS, 'none'],
])('the table of a pair: %s', (name, table, start) => {
  test('is what the fixture says, refused steps included', () => {
    for (const { state, event, next } of transitions[name]) expect(nextState(table, state, event) ?? null).toBe(next)
    expect(transitions[name].some(({ next }) => next === null)).toBe(true)
  })

  test('leads to each of its states, and to no other', () => {
    const reached = new Set([start])
    for (const state of reached) for (const next of Object.values(table[state] ?? {})) reached.add(next)
    expect([...reached].toSorted()).toEqual(Object.keys(table).toSorted())
  })
})
