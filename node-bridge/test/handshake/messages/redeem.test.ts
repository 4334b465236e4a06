import { expect, test } from '@jest/globals'
import { LIMITS } from '@accord/shared/protocol'

import { checkRedeem, createRedeem, readRedeem } from '../../../src/handshake/messages/redeem.ts'
import { signJws } from '../../../src/jws/compact-jws.ts'
import { createKeyPair } from '../../../src/keys/key-pair.ts'
import { codeOf, refusalOf } from '../../refused.ts'
import { COMPANY_B, NOW, nonces, setStage } from './parties.ts'

const stage = await setStage()
const { acceptor, expectation, invitation, connectionKey, redeem } = stage
const good = await readRedeem(redeem.body)

/** The same claims signed by whichever key, after a change. */
const resign = async (change: object, key = connectionKey) =>
  readRedeem({ redeem: await signJws({ ...good.claims, ...change }, 'accord-redeem+jws', key, 'jwk') })

const median = (values: number[]) => values.toSorted((a, b) => a - b)[150] ?? 0
/** The expectation of a source whose clock shows another time. */
const at = (ms: number) => ({ ...expectation, now: new Date(NOW.getTime() + ms) })

test('what B creates A reads and accepts', async () => {
  expect(redeem.url).toBe(expectation.htu)
  expect(good.connectionKeyThumbprint).toBe(connectionKey.thumbprint)
  expect(good.requestHash).toBe(redeem.requestHash)
  expect(good.claims.nodeInfo).toEqual(COMPANY_B)
  expect(await checkRedeem(good, expectation)).toEqual(acceptor.publicJwk)
})

test('the invitation key itself is never sent', () => {
  expect(redeem.body.redeem).not.toContain(invitation.payload.invitationKey.d)
  expect(JSON.stringify(good.claims)).not.toContain(invitation.payload.invitationKey.d)
})

test.each([
  ['no body', undefined],
  ['another member', { grant: 'x' }],
  ['an extra member', { redeem: redeem.body.redeem, extra: 1 }],
  ['text', { redeem: 'hello' }],
  ['a code', { redeem: invitation.code.slice('accord1_'.length) }],
  ['too much', { redeem: 'x'.repeat(40_000) }],
])('%s is malformed', async (_, body) => {
  expect(await codeOf(readRedeem(body))).toBe('malformed')
})

test('claims that are not those of a redeem are malformed, and a node may speak only for itself', async () => {
  for (const change of [{ codeHash: 'x' }, { proof: 1 }, { iat: 'now' }, { iss: invitation.payload.jti }])
    expect(await codeOf(resign(change))).toBe('malformed')
})

test('a request changed after it was signed is refused', async () => {
  const [header = '', , signature = ''] = redeem.body.redeem.split('.')
  const claims = Buffer.from(JSON.stringify({ ...good.claims, codeHash: 'A'.repeat(43) })).toString('base64url')
  expect(await codeOf(readRedeem({ redeem: `${header}.${claims}.${signature}` }))).toBe('proof_invalid')
})

test('a captured proof is worthless to another key', async () => {
  const thief = await createKeyPair()
  expect(await codeOf(checkRedeem(await resign({}, thief), expectation))).toBe('invitation_unknown')
})

test('an identity that is borrowed from another redeem, or does not sign for itself, is refused', async () => {
  const other = await setStage()
  const borrowed = (await readRedeem(other.redeem.body)).claims.identity
  const claims = {
    iss: COMPANY_B.instanceUid,
    aud: expectation.selfUid,
    jti: expectation.invitationId,
    keyThumbprint: connectionKey.thumbprint,
  }
  const identityOf = (change: object, key = acceptor) =>
    signJws({ ...claims, ...change }, 'accord-identity+jws', key, 'jwk')
  const impostor = { ...(await createKeyPair()), publicJwk: acceptor.publicJwk }
  const wrong = [
    borrowed,
    await identityOf({}, impostor),
    await identityOf({ iss: expectation.selfUid }),
    await identityOf({ aud: COMPANY_B.instanceUid }),
    await identityOf({ jti: COMPANY_B.instanceUid }),
    await identityOf({ keyThumbprint: acceptor.thumbprint }),
    await identityOf({ keyThumbprint: 1 }),
  ]
  for (const identity of wrong)
    expect(await codeOf(checkRedeem(await resign({ identity }), expectation))).toBe('proof_invalid')
  const asProof = await signJws(claims, 'accord-proof+jws', acceptor, 'jwk')
  for (const identity of ['hello', asProof])
    expect(await codeOf(checkRedeem(await resign({ identity }), expectation))).toBe('malformed')
  expect(await checkRedeem(await resign({ identity: await identityOf({}) }), expectation)).toEqual(acceptor.publicJwk)
})

test('a stranger without the code receives nothing about identities', async () => {
  const strangers = { ...expectation, invitationPublicKey: undefined, codeHash: undefined }
  expect(await codeOf(checkRedeem(await resign({ identity: 'hello' }), strangers))).toBe('invitation_unknown')
})

test('a proof by another invitation, a code of another hash and an unknown id answer alike', async () => {
  const other = await setStage()
  const answers = await Promise.all([
    refusalOf(checkRedeem(good, { ...expectation, invitationPublicKey: other.created.invitationPublicKey })),
    refusalOf(checkRedeem(good, { ...expectation, codeHash: 'A'.repeat(43) })),
    refusalOf(checkRedeem(good, { ...expectation, invitationId: other.created.payload.jti })),
    refusalOf(checkRedeem(good, { ...expectation, invitationPublicKey: undefined, codeHash: undefined })),
  ])
  for (const answer of answers) {
    expect(answer.code).toBe('invitation_unknown')
    expect([answer.message, answer.facts]).toEqual([answers[0]?.message, answers[0]?.facts])
  }
})

test('an unknown invitation takes as long as a bad proof: medians of 300 differ by less than a third', async () => {
  const other = await setStage()
  const unknown = { ...expectation, invitationPublicKey: undefined, codeHash: undefined }
  const wrong = { ...expectation, invitationPublicKey: other.created.invitationPublicKey }
  const samples: Record<'unknown' | 'wrong', number[]> = { unknown: [], wrong: [] }
  const kinds = [
    ['unknown', unknown],
    ['wrong', wrong],
  ] as const
  // Each goes first in turn: on a busy machine the place of a call counts, too.
  for (let round = 0; round < 300; round += 1)
    for (const [kind, expected] of round % 2 === 0 ? kinds : kinds.toReversed()) {
      const started = performance.now()
      await codeOf(checkRedeem(good, expected))
      samples[kind].push(performance.now() - started)
    }
  expect(Math.abs(median(samples.unknown) / median(samples.wrong) - 1)).toBeLessThan(1 / 3)
})

test('a redeem for another node or another address is refused before any proof is looked at', async () => {
  expect(await codeOf(checkRedeem(good, { ...expectation, selfUid: COMPANY_B.instanceUid }))).toBe('malformed')
  expect(await codeOf(checkRedeem(good, { ...expectation, htu: `${expectation.htu}?x=1` }))).toBe('malformed')
})

test('beyond the tolerance of a minute the clock is refused; the nonce of that answer heals it for two minutes', async () => {
  await expect(checkRedeem(good, at(-LIMITS.clockToleranceMs))).resolves.toBeDefined()
  await expect(checkRedeem(good, at(LIMITS.redeemRequestMs + LIMITS.clockToleranceMs))).resolves.toBeDefined()
  expect(await codeOf(checkRedeem(good, at(LIMITS.redeemRequestMs + LIMITS.clockToleranceMs + 1000)))).toBe(
    'clock_skew',
  )
  const ahead = at(-3_600_000)
  const refusal = await refusalOf(checkRedeem(good, ahead))
  expect(refusal.facts).toMatchObject({ serverTime: ahead.now.toISOString(), differenceMs: 3_600_000 })
  const nonce = String(refusal.facts?.['nonce'])
  const again = await readRedeem(
    (await createRedeem({ invitation, connectionKey, identity: acceptor, nodeInfo: COMPANY_B, now: NOW, nonce })).body,
  )
  await expect(checkRedeem(again, ahead)).resolves.toBeDefined()
  expect(await codeOf(checkRedeem(again, at(-3_600_000 + 180_000)))).toBe('clock_skew')
})

test('a nonce of someone else, or a guessed one, does not stand in for the clock', async () => {
  const late = { ...expectation, now: new Date(NOW.getTime() + 3_600_000) }
  for (const nonce of [`${late.now.getTime()}.AAAA`, 'x', '.', nonces.issue(new Date(NOW.getTime() + 7_200_000))])
    expect(await codeOf(checkRedeem(await resign({ nonce }), late))).toBe('clock_skew')
})

test('nobody grants himself a longer validity than five minutes', async () => {
  expect(await codeOf(checkRedeem(await resign({ exp: good.claims.iat + 86_400 }), expectation))).toBe('malformed')
})
