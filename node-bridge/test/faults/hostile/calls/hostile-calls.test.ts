import { Agent } from 'node:http'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startPair, type Pair } from '../../handshake/pair.ts'
import { createHostileCaller } from './hostile-caller.ts'
import { complainOfRows, makeCalls } from './make-calls.ts'
import { countAllRows } from './rows.ts'

const CALLS = 1500
const CONNECTIONS = 3

let pair: Pair
const agent = new Agent({ keepAlive: true, maxSockets: 16 })

beforeAll(async () => {
  pair = await startPair()
}, 60_000)
afterAll(async () => {
  agent.destroy()
  await pair.close()
})

/** The long run makes a hundred thousand of them. */
test('whatever a peer with true keys sends, no call ends in a 5xx and what it leaves behind is bounded', async () => {
  const seed = process.env['ACCORD_TEST_SEED'] ?? 'hostile calls'
  const caller = await createHostileCaller(pair, CONNECTIONS, { agent })
  const before = await countAllRows(pair.source)
  const startedAt = performance.now()
  const { complaints, statuses } = await makeCalls(caller, { calls: CALLS, width: 8, seed })
  // Of a 5xx the node's own log says why.
  const said = pair.source.bridge
    .output()
    .split('\n')
    .filter((line) => complaints.length > 0 && line.includes('"err"'))
  expect([complaints, said]).toEqual([[], []])
  expect(statuses['200']).toBeGreaterThan(CALLS / 50)
  const seconds = (performance.now() - startedAt) / 1000
  expect(complainOfRows(before, await countAllRows(pair.source), CONNECTIONS, seconds)).toEqual([])
}, 120_000)
