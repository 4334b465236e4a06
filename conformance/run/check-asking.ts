import { randomUUID } from 'node:crypto'

import { ask, type AskChange, type Asking, fetchRedeem } from './acceptance.ts'
import type { Discovered } from './check-discovery.ts'
import { equal } from './expect.ts'
import { requireProblem } from './http.ts'
import { requireSkew } from './check-redeem.ts'
import { byJwk, byKid, makeKey } from './jws.ts'
import type { Report } from './report.ts'
import { requireSignedByIdentity } from './signed-by-identity.ts'

/** What a private source receives before anybody has accepted its code, and what is refused of it. §5.12. */
export async function checkAsking(report: Report, asking: Asking, found: Discovered): Promise<void> {
  await report.check('5.12', 'a fetch before the acceptance is answered with null', async () =>
    equal('redeem', await fetchRedeem(asking, { waitMs: 0 }), null),
  )
  await report.check('5.12', 'a settle before the acceptance receives invitation_unknown, signed', async () => {
    const { answer, ...asked } = await ask(asking, 'settle', { refusal: { code: 'invitation_revoked' } })
    requireProblem(answer, 404, 'invitation_unknown')
    await requireSignedByIdentity(answer, { iss: asking.peerUid, thumbprints: found.keys, ...asked })
  })
  for (const [name, status, code, change] of await forgedCases(asking))
    await report.check('5.12', `a fetch ${name}: ${code}`, async () =>
      requireProblem((await ask(asking, 'fetch', { waitMs: 0 }, change)).answer, status, code),
    )
  await report.check('5.6', 'a fetch of yesterday is given the time; its nonce stands in for the clock', async () => {
    const iat = Math.floor(Date.now() / 1000) - 86_400
    const late = { iat, exp: iat + 60 }
    const { answer } = await ask(asking, 'fetch', { waitMs: 0 }, { claims: late })
    const nonce = requireSkew(requireProblem(answer, 401, 'clock_skew'), -86_400_000)
    equal('redeem', await fetchRedeem(asking, { waitMs: 0 }, { claims: { ...late, nonce } }), null)
  })
}

type Case = readonly [name: string, status: number, code: string, change: AskChange]

async function forgedCases({ self, peerUrl }: Asking): Promise<readonly Case[]> {
  const [thief, header] = [await makeKey(), byJwk('accord-source+jwt', self.identity)]
  const now = Math.floor(Date.now() / 1000)
  return [
    ['with alg EdDSA', 401, 'proof_invalid', { header: { ...header, alg: 'EdDSA' } }],
    ['with another typ', 401, 'proof_invalid', { header: { ...header, typ: 'accord-request+jwt' } }],
    ['with crit', 401, 'proof_invalid', { header: { ...header, crit: ['exp'] } }],
    ['that names its key by kid', 401, 'proof_invalid', { header: byKid('accord-source+jwt', self.identity) }],
    ["by a stranger's key under ours", 401, 'proof_invalid', { header, key: thief }],
    ['for another method', 401, 'proof_invalid', { claims: { htm: 'GET' } }],
    ['for another URL', 401, 'proof_invalid', { claims: { htu: `${peerUrl}/elsewhere` } }],
    ['for another invitation', 401, 'proof_invalid', { claims: { invitationId: randomUUID() } }],
    ['over another body', 401, 'proof_invalid', { body: '{"waitMs":1}' }],
    ['valid for an hour', 400, 'malformed', { claims: { exp: now + 3600 } }],
  ]
}
