import { randomUUID } from 'node:crypto'

import { equal } from './expect.ts'
import { requireAnswer, requireProblem } from './http.ts'
import { requireSkew } from './check-redeem.ts'
import { byKid, makeKey } from './jws.ts'
import { call, type CallChange, type Line, requireSigned } from './line.ts'
import type { Report } from './report.ts'

/** What is refused before and after the connection stands alike. §5.4, §5.9. */
export async function checkForgedCalls(report: Report, line: Line): Promise<void> {
  const thief = await makeKey()
  const header = byKid('accord-request+jwt', line.key)
  const now = Math.floor(Date.now() / 1000)
  const cases: readonly (readonly [string, number, string, CallChange])[] = [
    ['without the scheme', 401, 'unauthenticated', { scheme: 'Bearer' }],
    ['with alg EdDSA', 401, 'proof_invalid', { header: { ...header, alg: 'EdDSA' } }],
    ['with another typ', 401, 'proof_invalid', { header: { ...header, typ: 'accord-redeem+jws' } }],
    ['with crit', 401, 'proof_invalid', { header: { ...header, crit: ['exp'] } }],
    ['with a key in its header', 401, 'proof_invalid', { header: { ...header, jwk: line.key.publicJwk } }],
    ["by a stranger's key", 401, 'proof_invalid', { key: thief }],
    ["by a stranger's key under the right kid", 401, 'proof_invalid', { header, key: thief }],
    ['from another issuer', 401, 'proof_invalid', { claims: { iss: randomUUID() } }],
    ['to another audience', 401, 'proof_invalid', { claims: { aud: randomUUID() } }],
    ['for another method', 401, 'proof_invalid', { claims: { htm: 'GET' } }],
    ['for another URL', 401, 'proof_invalid', { claims: { htu: `${line.peerUrl}/elsewhere` } }],
    ['for another connection', 401, 'proof_invalid', { claims: { connectionId: randomUUID() } }],
    ['over another body', 401, 'proof_invalid', { body: '{"a":1}' }],
    ['valid for an hour', 400, 'malformed', { claims: { exp: now + 3600 } }],
  ]
  for (const [name, status, code, change] of cases)
    await report.check('5.4', `a call ${name}: ${code}`, async () =>
      requireProblem((await call(line, 'confirm', {}, change)).answer, status, code),
    )
  await report.check('5.9', 'proof_invalid carries the signature of the receiver', async () => {
    const called = await call(line, 'confirm', {}, { key: thief })
    requireProblem(called.answer, 401, 'proof_invalid')
    await requireSigned(line, called, 'either')
  })
  await report.check('5.9', 'connection_unknown carries the signature of its identity key', async () => {
    const called = await call(line, 'confirm', {}, { connectionId: randomUUID() })
    requireProblem(called.answer, 404, 'connection_unknown')
    await requireSigned(line, called, 'identity')
  })
}

/** Confirm, replay and clock of a connection that stands. §5.4, §5.6. */
export async function checkConfirm(report: Report, line: Line): Promise<void> {
  await report.check('5.4', 'a signed confirm with an unknown claim makes it active', async () => {
    const called = await call(line, 'confirm', {}, { claims: { colour: 'blue' } })
    const { connectionId, state } = requireAnswer(called.answer, 'confirm')
    equal('connectionId', connectionId, line.connectionId)
    equal('state', state, 'active')
    await requireSigned(line, called)
  })
  await report.check(
    '5.4',
    'confirm may be repeated',
    async () => void requireAnswer((await call(line, 'confirm', {})).answer, 'confirm'),
  )
  await report.check('5.4', 'the same signed call twice is a replay', async () => {
    const { jws, answer } = await call(line, 'confirm', {})
    requireAnswer(answer, 'confirm')
    requireProblem((await call(line, 'confirm', {}, { jws })).answer, 401, 'request_replayed')
  })
  await report.check(
    '5.6',
    'a call of yesterday is given the time; its nonce serves two calls, each once',
    async () => {
      const iat = Math.floor(Date.now() / 1000) - 86_400
      const late = { iat, exp: iat + 60 }
      const { answer } = await call(line, 'confirm', {}, { claims: late })
      const nonce = requireSkew(requireProblem(answer, 401, 'clock_skew'), -86_400_000)
      const healed = await call(line, 'confirm', {}, { claims: { ...late, nonce } })
      requireAnswer(healed.answer, 'confirm')
      requireAnswer((await call(line, 'confirm', {}, { claims: { ...late, nonce } })).answer, 'confirm')
      requireProblem((await call(line, 'confirm', {}, { jws: healed.jws })).answer, 401, 'request_replayed')
    },
  )
  await report.check('5.6', 'a call of tomorrow is given the difference with its sign', async () => {
    const iat = Math.floor(Date.now() / 1000) + 86_400
    const { answer } = await call(line, 'confirm', {}, { claims: { iat, exp: iat + 60 } })
    requireSkew(requireProblem(answer, 401, 'clock_skew'), 86_400_000)
  })
}
