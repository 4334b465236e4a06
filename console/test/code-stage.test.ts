import { expect, test } from '@jest/globals'
import type { ConnectionDetail } from '@accord/shared/schemas'
import { stageOf } from '../src/invitation/code-stage.ts'
import { issuedCodeOf } from '../src/invitation/issued-code.ts'
import type { IssuedCode } from '../src/invitation/issued-code.ts'
import { snapshot } from './snapshot.ts'

const details = {
  id: '7a0c1c5e-3f0e-4a51-9d2b-0f6f5b6f7a02',
  state: 'open' as const,
  issuedAt: '2026-01-01T00:00:00.000Z',
  expiresAt: '2026-01-02T00:00:00.000Z',
  invitedInstanceUid: null,
  boundTo: null,
  invitedKeyFingerprints: [],
  destinationUrl: null,
}
const issued = (answer: object): IssuedCode => {
  const code = issuedCodeOf({ code: 'accord1_x', ...answer })
  if (!code) throw new Error('no code in the answer')
  return code
}
const detail = (state: string, revision: number, events: readonly string[] = []): ConnectionDetail => ({
  connection: snapshot({ state, revision }),
  log: events.map((event) => ({
    id: details.id,
    connectionId: details.id,
    at: details.issuedAt,
    event,
    detail: '',
    actor: '',
  })),
})

test('the page of a code becomes what the code has brought about', () => {
  const code = issued({ connection: snapshot({ revision: 4 }) })
  expect(stageOf(code, undefined)).toBe('out')
  const stages = ['invited', 'awaiting_approval', 'pending', 'active', 'expired', 'revoked'].map((state) =>
    stageOf(code, detail(state, 5)),
  )
  expect(stages).toEqual(['out', 'asksApproval', 'confirming', 'established', 'over', 'over'])
})

test('what was read before the code was issued says nothing of it', () => {
  const code = issued({ connection: snapshot({ revision: 4 }) })
  expect(stageOf(code, detail('expired', 3))).toBe('out')
})

test('a code that renews keys has its own end, and only its own use counts', () => {
  const code = issued({ connection: snapshot({ state: 'active', revision: 9 }), invitation: details })
  expect(code.invitation?.expiresAt).toBe(details.expiresAt)
  const before = ['activated', 'rekeyCodeIssued', 'rekeyRedeemed', 'rekeyed']
  expect(stageOf(code, detail('active', 9, [...before, 'rekeyCodeIssued']))).toBe('out')
  expect(stageOf(code, detail('active', 10, [...before, 'rekeyCodeIssued', 'rekeyRedeemed']))).toBe('renewed')
  expect(stageOf(code, detail('peer_lost', 10, ['rekeyCodeIssued', 'rekeyRedeemed']))).toBe('confirming')
  expect(stageOf(code, detail('active', 11, ['rekeyCodeIssued', 'rekeyRedeemed', 'rekeyed']))).toBe('renewed')
})
