import { Agent } from 'node:http'

import { createHostileCaller } from '../../../node-bridge/test/faults/hostile/calls/hostile-caller.ts'
import { complainOfRows, makeCalls } from '../../../node-bridge/test/faults/hostile/calls/make-calls.ts'
import { countAllRows } from '../../../node-bridge/test/faults/hostile/calls/rows.ts'
import type { Pair } from '../../../node-bridge/test/faults/handshake/pair.ts'
import type { Figures } from '../figures.ts'

const CONNECTIONS = 20
const AT_ONCE = 24
/** A node takes 500 of all callers together. */
const PER_SECOND = 450

/** Whatever a peer with true keys sends: no call ends in a 5xx, and what all of them leave behind is bounded. */
export async function runCalls(pair: Pair, calls: number, seed: string, withinMs: number): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  try {
    const caller = await createHostileCaller(pair, CONNECTIONS, { agent })
    const before = await countAllRows(pair.source)
    const startedAt = performance.now()
    const {
      statuses,
      complaints,
      calls: made,
    } = await makeCalls(caller, {
      calls,
      seed,
      withinMs,
      width: AT_ONCE,
      perSecond: PER_SECOND,
    })
    const seconds = (performance.now() - startedAt) / 1000
    const after = await countAllRows(pair.source)
    const grown = Object.keys(after).map((table) => [`rows of ${table}`, (after[table] ?? 0) - (before[table] ?? 0)])
    const answered = Object.entries(statuses).map(([status, count]) => [`answered ${status}`, count])
    return {
      title: 'Hostile signed calls of a peer with true keys',
      rows: {
        calls: made,
        'calls a second': Math.round(made / seconds),
        ...Object.fromEntries(answered),
        ...Object.fromEntries(grown),
      },
      complaints: [...complaints, ...complainOfRows(before, after, CONNECTIONS, seconds)],
      seconds,
    }
  } finally {
    agent.destroy()
  }
}
