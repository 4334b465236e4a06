import { expect, test } from '@jest/globals'
import type { PublicJwk } from '@accord/shared/schemas'

import { processRequestAuthorization } from '../../src/nodes/signature.ts'
import { nonces } from '../handshake/messages/parties.ts'
import { codeOf, refusalOf } from '../refused.ts'
import { readFixture } from './read-fixture.ts'

type Arrived = {
  name: string
  now: string
  method: string
  url: string
  body: string
  connectionId: string
  authorization: string
}
interface Requests {
  readonly receiver: { instanceUid: string }
  readonly sender: { instanceUid: string; key: PublicJwk; thumbprint: string }
  readonly valid: Arrived[]
  readonly replayed: Arrived
  readonly invalid: (Arrived & { refusal: string; facts?: { serverTime: string; differenceMs: number } })[]
}
const { receiver, sender, valid, replayed, invalid } = readFixture<Requests>('requests.json')

const verify = ({ now, body, ...request }: Arrived, spent = new Set<string>()) =>
  processRequestAuthorization(
    { ...request, body: Buffer.from(body) },
    {
      now: new Date(now),
      nonces,
      callers: {
        findConnectionKeys: async (connectionId) => ({
          connectionId,
          localInstanceUid: receiver.instanceUid,
          remoteInstanceUid: sender.instanceUid,
          remoteKey: sender.key,
          remoteKeyThumbprint: sender.thumbprint,
        }),
        spendRequestId: async (jti) => !spent.has(jti) && Boolean(spent.add(jti)),
      },
    },
  )

test.each(valid)('a signed call with $name is taken', async (request) => {
  expect((await verify(request)).connectionId).toBe(request.connectionId)
})

test('the same call again is a replay', async () => {
  const spent = new Set<string>()
  await verify(replayed, spent)
  expect(await codeOf(verify(replayed, spent))).toBe('request_replayed')
})

test.each(invalid)('$name is refused as $refusal', async ({ refusal, facts, ...request }) => {
  const refused = await refusalOf(verify(request))
  expect(refused.code).toBe(refusal)
  if (facts) expect(refused.facts).toEqual({ ...facts, nonce: expect.any(String) })
})
