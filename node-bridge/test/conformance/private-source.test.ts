import { expect, test } from '@jest/globals'
import { FetchAcceptanceRequest, SettleAcceptanceRequest } from '@accord/shared/schemas'

import { processGrant } from '../../src/handshake/messages/grant.ts'
import { readRedeem } from '../../src/handshake/messages/redeem.ts'
import { processInvitationCode } from '../../src/invitations/invitation-code.ts'
import { isSourceOf } from '../../src/handshake/private-source/waiting-acceptance.ts'
import { sha256 } from '../../src/keys/digest.ts'
import { processSourceAuthorization } from '../../src/nodes/source-signature.ts'
import { nonces } from '../handshake/messages/parties.ts'
import { codeOf } from '../refused.ts'
import { readFixture } from './read-fixture.ts'

interface Arrived {
  name: string
  now: string
  method: string
  url: string
  body: string
  invitationId: string
  authorization: string
}
interface Bodies {
  readonly valid: object[]
  readonly invalid: object[]
}
interface PrivateSource {
  readonly code: string
  readonly receiver: { instanceUid: string; connectionKeyThumbprint: string }
  readonly fetched: { redeem: string }
  readonly settled: { redeem: string; grant: string }
  readonly valid: Arrived[]
  readonly strangers: Arrived[]
  readonly invalid: (Arrived & { refusal: string })[]
  readonly bodies: { fetch: Bodies; settle: Bodies }
}
const { code, receiver, fetched, settled, valid, strangers, invalid, bodies } =
  readFixture<PrivateSource>('private-source.json')
const invitation = await processInvitationCode(code)

const verify = ({ now, body, ...request }: Arrived) =>
  processSourceAuthorization({ ...request, body: Buffer.from(body) }, { now: new Date(now), nonces })

async function isSource(call: Arrived): Promise<boolean> {
  const { claims, identityThumbprint } = await verify(call)
  return isSourceOf({ identity: receiver }, invitation, {
    identityThumbprint,
    instanceUid: claims.iss,
    audience: claims.aud,
  })
}

test.each(valid)('$name of the private source is taken', async (call) => {
  expect(await isSource(call)).toBe(true)
})

test.each(strangers)('$name is a stranger', async (call) => {
  expect(await isSource(call)).toBe(false)
})

test.each(invalid)('$name is refused as $refusal', async ({ refusal, ...call }) => {
  expect(await codeOf(verify(call))).toBe(refusal)
})

test('what is fetched is a redeem of the acceptor, and the grant that settles it is taken', async () => {
  const readRedeemed = await readRedeem(fetched)
  const { connectionKeyThumbprint } = readRedeemed
  expect(connectionKeyThumbprint).toBe(receiver.connectionKeyThumbprint)
  expect(settled.redeem).toBe(fetched.redeem)
  const { payload, identityKey, identityThumbprint } = invitation
  const granted = await processGrant(
    { grant: settled.grant },
    {
      identityKey,
      identityThumbprint,
      requestHash: sha256(settled.redeem),
      invitationId: payload.jti,
      sourceUid: payload.nodeInfo.instanceUid,
      selfUid: receiver.instanceUid,
      connectionKeyThumbprint,
      ourNode: readRedeemed.claims.nodeInfo,
    },
  )
  expect(granted).toMatchObject({ jti: payload.jti, nodeInfo: { pollOnly: true } })
})

test.each([
  ['fetch', FetchAcceptanceRequest, bodies.fetch],
  ['settle', SettleAcceptanceRequest, bodies.settle],
] as const)('the bodies of %s', (_name, schema, { valid: taken, invalid: refused }) => {
  expect(taken.filter((body) => !schema.safeParse(body).success)).toEqual([])
  expect(refused.filter((body) => schema.safeParse(body).success)).toEqual([])
})
