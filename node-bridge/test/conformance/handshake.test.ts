import { expect, test } from '@jest/globals'
import type { PublicJwk } from '@accord/shared/schemas'

import { checkRedeem, readRedeem } from '../../src/handshake/messages/redeem.ts'
import { processGrant, type GrantExpectation } from '../../src/handshake/messages/grant.ts'
import { nonces } from '../handshake/messages/parties.ts'
import { codeOf } from '../refused.ts'
import { readFixture } from './read-fixture.ts'

type Redeem = { name: string; now: string; redeem: { redeem: string } }
interface Handshake {
  readonly source: {
    invitationId: string
    invitationPublicKey: PublicJwk
    codeHash: string
    instanceUid: string
    url: string
  }
  readonly destination: Omit<GrantExpectation, 'requestHash' | 'selfUid' | 'ourNode'> & {
    readonly instanceUid: string
    readonly nodeInfo: GrantExpectation['ourNode']
  }
  readonly pair: {
    now: string
    redeem: { redeem: string }
    claims: object
    identityKey: PublicJwk
    requestHash: string
    grant: object
    granted: object
  }
  readonly validRedeems: Redeem[]
  readonly invalidRedeems: (Redeem & { refusal: string })[]
  readonly invalidGrants: { name: string; grant: object; refusal: string }[]
}
const { source, destination, pair, validRedeems, invalidRedeems, invalidGrants } =
  readFixture<Handshake>('handshake.json')

async function verify({ now, redeem }: Pick<Redeem, 'now' | 'redeem'>) {
  const read = await readRedeem(redeem)
  const { url: htu, instanceUid: selfUid, ...invitation } = source
  const identityKey = await checkRedeem(read, { ...invitation, selfUid, htu, now: new Date(now), nonces })
  return { ...read, identityKey }
}

const expectation: GrantExpectation = {
  ...destination,
  selfUid: destination.instanceUid,
  ourNode: destination.nodeInfo,
  requestHash: pair.requestHash,
}

test('the source takes the redeem, and the destination takes the grant for it', async () => {
  expect(await verify(pair)).toMatchObject({
    claims: pair.claims,
    identityKey: pair.identityKey,
    requestHash: pair.requestHash,
    connectionKeyThumbprint: destination.connectionKeyThumbprint,
  })
  expect(await processGrant(pair.grant, expectation)).toEqual(pair.granted)
})

test.each(validRedeems)('the source takes a redeem that is $name', async (redeem) => {
  await expect(verify(redeem)).resolves.toBeDefined()
})

test.each(invalidRedeems)('the source refuses $name as $refusal', async ({ refusal, ...redeem }) => {
  expect(await codeOf(verify(redeem))).toBe(refusal)
})

test.each(invalidGrants)('the destination refuses $name as $refusal', async ({ grant, refusal }) => {
  expect(await codeOf(processGrant(grant, expectation))).toBe(refusal)
})
