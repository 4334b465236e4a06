import type { PublicJwk } from '@accord/shared/schemas'
import { expect, test } from '@jest/globals'

import { sha256 } from '../../src/keys/digest.ts'
import { thumbprintOf } from '../../src/keys/key-pair.ts'
import { type AnswerExpectation, verifyAnswerSignature } from '../../src/nodes/answer-signature.ts'
import { type InvitationAnswerExpectation, isSignedAnswer } from '../../src/nodes/invitation-answer.ts'
import { readFixture } from './read-fixture.ts'

interface Arrived {
  readonly name: string
  readonly status: number
  readonly body: string
  readonly signature: string
}
const { expected, valid, invalid, ofInvitations } = readFixture<{
  expected: Omit<AnswerExpectation, 'status' | 'bodyHash' | 'key'> & { readonly keys: readonly PublicJwk[] }
  valid: (Arrived & { by: string })[]
  invalid: Arrived[]
  ofInvitations: { expected: InvitationAnswerExpectation; valid: Arrived[]; invalid: Arrived[] }
}>('answers.json')

const [key, ...earlier] = expected.keys
const findEarlier = async (kid: string) => earlier.find((each) => thumbprintOf(each) === kid)

const verify = ({ status, body, signature }: Arrived) =>
  verifyAnswerSignature(signature, { ...expected, key, findEarlier, status, bodyHash: sha256(body) })

test.each(valid)('an answer signed $name is taken', async ({ by, ...answer }) => {
  expect(await verify(answer)).toBe(by)
})

test.each(invalid)('an answer with $name is not taken', async (answer) => {
  expect(await verify(answer)).toBeUndefined()
})

const verifyForInvitation = ({ status, body, signature }: Arrived) =>
  isSignedAnswer({ status, bodyHash: sha256(body), signature }, ofInvitations.expected)

test.each(ofInvitations.valid)('the refusal of a redeem, signed $name, is final', async (answer) => {
  expect(await verifyForInvitation(answer)).toBe(true)
})

test.each(ofInvitations.invalid)('the refusal of a redeem with $name is not final', async (answer) => {
  expect(await verifyForInvitation(answer)).toBe(false)
})
