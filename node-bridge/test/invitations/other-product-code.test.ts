import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { processInvitationCode } from '../../src/invitations/invitation-code.ts'
import { codeOf, refusalOf } from '../refused.ts'
import { DAMAGED_EXALATE_CODE, EXALATE_CODE, EXALATE_INVITATION } from './exalate-code.ts'

test('a whole Exalate code is named, its details are shown and its secret is not', async () => {
  const wrapped = EXALATE_CODE.replaceAll(/(.{76})/gu, '$1\n')
  for (const text of [EXALATE_CODE, wrapped, `  ${EXALATE_CODE}  `, `Enter the code ${EXALATE_CODE}\n\nNext`]) {
    const refusal = await refusalOf(processInvitationCode(text))
    expect(refusal.code).toBe('code_other_product')
    expect(refusal.facts).toEqual({
      product: 'Exalate',
      legible: true,
      details: {
        name: 'naboo',
        nodeUrl: 'https://naboo.exalate.example',
        trackerUrl: 'https://naboo.atlassian.example',
        nodeType: 'JIRA_CLOUD',
        connectionName: 'naboo to tatooine',
        localShortName: 'naboo',
        remoteShortName: 'tatooine',
      },
    })
    expect(JSON.stringify(refusal.facts)).not.toContain(EXALATE_INVITATION.invitationSecret)
  }
})

test('a damaged one is recognised by its shape, and what can be decoded is shown', async () => {
  const refusal = await refusalOf(processInvitationCode(DAMAGED_EXALATE_CODE))
  expect(refusal.code).toBe('code_other_product')
  expect(refusal.facts).toMatchObject({ product: 'Exalate', legible: false, details: { name: 'naboo' } })
})

test('letters lost anywhere do not hide what it is', async () => {
  const losses = fc.uniqueArray(fc.integer({ min: 4, max: EXALATE_CODE.length - 1 }), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(losses, async (places) => {
      const damaged = [...EXALATE_CODE].filter((_, at) => !places.includes(at)).join('')
      expect(await codeOf(processInvitationCode(damaged))).toBe('code_other_product')
    }),
    { numRuns: 1000 },
  )
})

test('other base64 is not taken for an Exalate code', async () => {
  const token = Buffer.from(JSON.stringify({ sub: '1234567890', name: 'John', admin: true, iat: 1_516_239_022 }))
  expect(await codeOf(processInvitationCode(token.toString('base64')))).toBe('code_malformed')
})
