import { describe, expect, test } from '@jest/globals'

import { createInvitationCode, processInvitationCode } from '../../src/invitations/invitation-code.ts'
import { COMPANY_A, CONNECTION, NOW } from '../handshake/messages/parties.ts'
import { refusalOf } from '../refused.ts'
import { created, identity, signCode } from './signed-codes.ts'

const withName = (name: string) => signCode({ ...created.payload, connection: { ...CONNECTION, name } })

describe('a text in a code that is signed as it should be', () => {
  test.each([
    ['half of a character', 'Acme \ud83d', 'half of a character'],
    ['an escape sequence', 'Acme \u001b[2J', 'a control character'],
    ['a second line', 'Acme\nBound to us  yes', 'a control character'],
    ['a turn of direction', 'Acme \u202e', 'an invisible character'],
    ['a joiner that joins nothing', 'Ac\u200cme', 'a joiner'],
  ])('%s is refused, and the refusal says where and what', async (_what, name, why) => {
    const refusal = await refusalOf(processInvitationCode(await withName(name)))
    expect(refusal).toMatchObject({ code: 'code_malformed', facts: { fields: ['connection.name'] } })
    expect(refusal.message).toContain(`connection.name contains ${why}`)
    expect(refusal.message).not.toContain('Acme')
  })

  test.each(['کتاب\u200cخانه', 'ශ්\u200dරී ලංකා', 'अस्पताल', 'Team 👨\u200d👩\u200d👧'])(
    '%s arrives as it was sent',
    async (name) => {
      expect((await processInvitationCode(await withName(name))).payload.connection.name).toBe(name)
    },
  )

  test('a description that has to be cut is not cut inside a character', async () => {
    const connection = {
      ...CONNECTION,
      name: 'n'.repeat(200),
      description: `${'d'.repeat(199)}${'👩\u200d👩'.repeat(700)}`,
    }
    const { code, payload } = await createInvitationCode({ nodeInfo: COMPANY_A, connection }, identity, NOW)
    expect(payload.connection.description).toBe(`${'d'.repeat(199)}…`)
    expect((await processInvitationCode(code)).payload).toEqual(payload)
  })
})
