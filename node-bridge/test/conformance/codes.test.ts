import { expect, test } from '@jest/globals'

import { processInvitationCode } from '../../src/invitations/invitation-code.ts'
import { codeOf } from '../refused.ts'
import { readFixture } from './read-fixture.ts'

interface Codes {
  readonly valid: {
    name: string
    pasted: string
    code: string
    codeHash: string
    identityThumbprint: string
    payload: object
  }[]
  readonly invalid: { name: string; pasted: string; refusal: string }[]
}
const { valid, invalid } = readFixture<Codes>('codes.json')

test.each(valid)(
  'a paste with $name holds the code',
  async ({ pasted, code, codeHash, identityThumbprint, payload }) => {
    expect(await processInvitationCode(pasted)).toMatchObject({ code, codeHash, identityThumbprint, payload })
  },
)

test.each(invalid)('$name is refused as $refusal', async ({ pasted, refusal }) => {
  expect(await codeOf(processInvitationCode(pasted))).toBe(refusal)
})
