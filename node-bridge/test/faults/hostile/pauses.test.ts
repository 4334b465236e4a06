import { LIMITS } from '@accord/shared/protocol'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { untilBothActive } from '../handshake/agreement.ts'
import { read, shakeHands } from '../handshake/handshake.ts'
import { startPair, type Pair } from '../handshake/pair.ts'
import { countAllRows } from './calls/rows.ts'
import { stealConnectionKey } from './connection-key.ts'
import { createPeer, type Peer } from './peer.ts'

let pair: Pair
let connectionId: string
let peer: Peer

beforeAll(async () => {
  pair = await startPair()
  const handshake = await shakeHands(pair)
  await untilBothActive(pair, handshake)
  connectionId = handshake.sourceConnectionId
  peer = createPeer({
    key: stealConnectionKey(pair.destination, handshake.destinationConnectionId),
    iss: pair.destination.instanceUid,
    aud: pair.source.instanceUid,
    connectionId,
    url: pair.source.bridge.url,
    publicUrl: pair.source.proxy.url,
  })
  // From here on nobody but us speaks for the other side.
  await pair.destination.bridge.kill()
}, 60_000)

afterAll(() => pair.close())

const countsIn = ({ text }: { readonly text: string }): unknown => {
  const { pauses, acknowledged } = JSON.parse(text) as { pauses?: unknown; acknowledged?: unknown }
  return { pauses, acknowledged }
}

test.each([1_000_000_000, 999_990_001, LIMITS.pausesAhead + 1])(
  'who claims to know %d pauses of ours is refused, and the next contact is answered as ever',
  async (acknowledged) => {
    expect(await peer.contact({ pauses: 0, acknowledged })).toMatchObject({ status: 400, code: 'malformed' })
    const answer = await peer.contact({ pauses: 0, acknowledged: 0 })
    expect([answer.status, countsIn(answer)]).toEqual([200, { pauses: 0, acknowledged: 0 }])
  },
)

test('our count follows what a restored backup explains, step by step, and stays one that can be sent', async () => {
  let known = 0
  for (let step = 0; step < 5; step += 1) {
    const answer = await peer.contact({ pauses: 0, acknowledged: known + LIMITS.pausesAhead })
    expect(answer.status).toBe(200)
    known = (countsIn(answer) as { pauses: number }).pauses
  }
  expect(known).toBeGreaterThanOrEqual(5 * LIMITS.pausesAhead)
  expect((await read(pair.source, connectionId)).state).toBe('active')
})

test('a peer that pauses and resumes without end is asked to wait, and leaves a bounded number of entries behind', async () => {
  const before = await countAllRows(pair.source)
  const answers = []
  for (let pauses = 1; pauses <= 100; pauses += 1) answers.push(await peer.contact({ pauses, acknowledged: 0 }))
  const { burst } = LIMITS.peerChanges
  expect(answers.slice(0, burst).map(({ status }) => status)).toEqual(Array.from({ length: burst }, () => 200))
  for (const [place, { status, code }] of answers.slice(burst).entries())
    // A resume that follows a pause which was not taken changes nothing, and is acknowledged.
    expect([status, code]).toEqual(place % 2 === 0 ? [429, 'too_many_requests'] : [200, undefined])
  const after = await countAllRows(pair.source)
  for (const table of ['handshake_event', 'audit_entry'])
    expect((after[table] ?? 0) - (before[table] ?? 0)).toBeLessThanOrEqual(burst + 5)
  // What is sent again is no news, and is answered.
  expect((await peer.contact({ pauses: burst, acknowledged: 0 })).status).toBe(200)
})
