import { randomUUID } from 'node:crypto'

import { equal, isTrue } from './expect.ts'
import type { Invitation } from './invitation.ts'
import { byJwk, byKid, makeKey } from './jws.ts'
import { type Answer, type Problem, requireProblem } from './http.ts'
import type { Party } from './party.ts'
import { type Change, redeem, REDEEM_LIFE_S, type Redeemed } from './redeem.ts'
import type { Report } from './report.ts'
import { requireSignedByIdentity } from './signed-by-identity.ts'

type Case = readonly [name: string, status: number, code: string, change: Change]

/** Everything about a redeem that A refuses while the code is open; afterwards it is open still. §5.1, §5.3, §5.6. */
export async function checkRefusedRedeems(report: Report, invitation: Invitation, party: Party): Promise<void> {
  for (const [name, status, code, change] of await formCases(party))
    await report.check('5.1', `redeem with ${name}: ${code}`, async () =>
      // An invitation of nobody: a node may count failures at a real one, and the form is checked before the look-up.
      requireProblem((await redeem(invitation, party, { ...change, invitationId: randomUUID() })).answer, status, code),
    )
  for (const [name, status, code, change] of await holderCases(invitation, party))
    await report.check('5.1', `redeem with ${name}: ${code}, signed`, async () => {
      const redeemed = await redeem(invitation, party, change)
      requireProblem(redeemed.answer, status, code)
      await requireSignedRefusal(invitation, redeemed)
    })
  await report.check('5.1', 'a wrong proof and an unknown invitation cannot be distinguished', async () => {
    const wrong = await redeem(invitation, party, { proofKey: await makeKey() })
    const id = randomUUID()
    const unknown = await redeem(invitation, party, { invitationId: id })
    await requireSignedRefusal(invitation, unknown, id)
    equal('the answers', strip(wrong.answer), strip(unknown.answer))
  })
  await checkVersions(report, invitation, party)
  await checkClock(report, invitation, party)
}

/** What of a refusal could tell something: not its request's id, and not the moment. */
const strip = ({ status, json, headers }: Answer) => ({
  status,
  problem: { ...(json as Problem), requestId: '' },
  headers: [...headers.keys()].toSorted(),
})

/** A refusal of a redeem carries the signature of A's identity key over exactly that redeem, §5.9. */
export async function requireSignedRefusal(
  invitation: Invitation,
  redeemed: Redeemed,
  id = invitation.id,
): Promise<void> {
  const { identityThumbprint, source } = invitation
  const by = { iss: source.instanceUid, thumbprints: [identityThumbprint] }
  await requireSignedByIdentity(redeemed.answer, { ...by, invitationId: id, requestHash: redeemed.requestHash })
}

async function formCases(party: Party): Promise<readonly Case[]> {
  const header = byJwk('accord-redeem+jws', party.connectionKey)
  const now = Math.floor(Date.now() / 1000)
  const thief = await makeKey()
  return [
    ['alg EdDSA', 400, 'malformed', { header: { ...header, alg: 'EdDSA' } }],
    ['alg none', 400, 'malformed', { header: { ...header, alg: 'none' } }],
    ['another typ', 400, 'malformed', { header: { ...header, typ: 'accord-grant+jws' } }],
    ['crit', 400, 'malformed', { header: { ...header, crit: ['exp'] } }],
    ['a kid beside its jwk', 400, 'malformed', { header: { ...header, kid: party.connectionKey.thumbprint } }],
    ['a member beside it in the body', 400, 'malformed', { body: { extra: 1 } }],
    ['another audience', 400, 'malformed', { claims: { aud: randomUUID() } }],
    ['another URL', 400, 'malformed', { claims: { htu: 'https://elsewhere.example/' } }],
    ['a validity of an hour', 400, 'malformed', { claims: { exp: now + 3600 } }],
    ['a nodeInfo of somebody else', 400, 'malformed', { claims: { iss: randomUUID() } }],
    ['no identity', 400, 'malformed', { claims: { identity: undefined } }],
    ['a signature by another key than its jwk', 401, 'proof_invalid', { header, connectionKey: thief }],
  ]
}

async function holderCases(invitation: Invitation, party: Party): Promise<readonly Case[]> {
  const proof = byKid('accord-proof+jws', invitation.invitationKey)
  const identity = byJwk('accord-identity+jws', party.identity)
  const { kid: _, ...withoutKid } = proof
  const other = await makeKey()
  return [
    ['a proof without kid', 400, 'malformed', { proofHeader: withoutKid }],
    ['a proof that names another key', 404, 'invitation_unknown', { proofHeader: { ...proof, kid: other.thumbprint } }],
    ['a proof for another key', 404, 'invitation_unknown', { proof: { keyThumbprint: other.thumbprint } }],
    ['a proof for another invitation', 404, 'invitation_unknown', { proof: { jti: randomUUID() } }],
    ['a proof for another source', 404, 'invitation_unknown', { proof: { aud: randomUUID() } }],
    ['the hash of another code', 404, 'invitation_unknown', { claims: { codeHash: 'A'.repeat(43) } }],
    ['an identity for another key', 401, 'proof_invalid', { identity: { keyThumbprint: other.thumbprint } }],
    ['an identity of another node', 401, 'proof_invalid', { identity: { iss: randomUUID() } }],
    ['an identity that another key signed', 401, 'proof_invalid', { identityKey: other, identityHeader: identity }],
  ]
}

async function checkVersions(report: Report, invitation: Invitation, party: Party): Promise<void> {
  const ranges = [
    ['rest', 'minRestVersion', 'maxRestVersion'],
    ['hubObject', 'minHubObjectVersion', 'maxHubObjectVersion'],
  ] as const
  for (const [versions, min, max] of ranges)
    await report.check('5.3', `no common version of ${versions} is refused with both ranges`, async () => {
      const nodeInfo = { ...party.nodeInfo, [min]: '9000.0.0', [max]: '9000.1.0' }
      const redeemed = await redeem(invitation, party, { claims: { nodeInfo } })
      const { answer } = redeemed
      await requireSignedRefusal(invitation, redeemed)
      const { facts } = requireProblem(answer, 422, 'no_common_version')
      equal('versions', facts?.['versions'], versions)
      equal('destinationRange', facts?.['destinationRange'], { min: '9000.0.0', max: '9000.1.0' })
      const { source } = invitation
      equal('sourceRange', facts?.['sourceRange'], { min: source[min], max: source[max] })
    })
}

async function checkClock(report: Report, invitation: Invitation, party: Party): Promise<void> {
  const invitationId = randomUUID()
  const iat = Math.floor(Date.now() / 1000) - 86_400
  const late = { iat, exp: iat + REDEEM_LIFE_S }
  const nonce = await report.check(
    '5.6',
    'a redeem of yesterday is given the time, the difference and a nonce',
    async () => {
      const { answer } = await redeem(invitation, party, { invitationId, claims: late })
      return requireSkew(requireProblem(answer, 401, 'clock_skew'), -86_400_000)
    },
  )
  await report.check('5.6', 'a nonce stands in for the clock, as often as it is used within its time', async () => {
    for (const _ of [1, 2]) {
      const { answer } = await redeem(invitation, party, { invitationId, claims: { ...late, nonce } })
      requireProblem(answer, 404, 'invitation_unknown')
    }
  })
  await report.check('5.6', 'a nonce of nobody does not', async () => {
    const { answer } = await redeem(invitation, party, { invitationId, claims: { ...late, nonce: '1.AAAA' } })
    requireProblem(answer, 401, 'clock_skew')
  })
}

/** The facts of `clock_skew`; answers the nonce. */
export function requireSkew({ facts = {} }: Problem, differenceMs: number): string {
  const { serverTime, differenceMs: received, nonce } = facts
  isTrue('serverTime is no ISO 8601 text in UTC', typeof serverTime === 'string' && serverTime.endsWith('Z'))
  isTrue('serverTime is not now', Math.abs(new Date(String(serverTime)).getTime() - Date.now()) < 60_000)
  isTrue(
    `differenceMs is ${String(received)}, about ${differenceMs} was expected`,
    Number.isInteger(received) && Math.abs(Number(received) - differenceMs) < 30_000,
  )
  isTrue('nonce is no text of at most 200 characters', typeof nonce === 'string' && nonce.length <= 200)
  return nonce
}
