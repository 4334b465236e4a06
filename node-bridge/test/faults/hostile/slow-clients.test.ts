import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { untilBothActive } from '../handshake/agreement.ts'
import { shakeHands } from '../handshake/handshake.ts'
import { startPair, type Pair } from '../handshake/pair.ts'
import { BEGINNINGS, dawdle, type Dawdler } from './dawdle.ts'

const CLIENTS = 300

let pair: Pair
let dawdlers: readonly Dawdler[] = []

beforeAll(async () => {
  pair = await startPair()
}, 60_000)

afterAll(async () => {
  for (const { socket } of dawdlers) socket.destroy()
  await pair.close()
})

/** That each of them is cut off in time is shown by the long run: it takes half a minute. */
test('three hundred clients that never end their sentence do not keep two companies apart', async () => {
  dawdlers = Array.from({ length: CLIENTS }, (_, at) =>
    dawdle(pair.source.bridge.url, BEGINNINGS[at % BEGINNINGS.length] ?? ''),
  )
  await untilBothActive(pair, await shakeHands(pair), 10_000)
  expect(dawdlers.some(({ socket }) => !socket.destroyed)).toBe(true)
})
