import { setTimeout as delay } from 'node:timers/promises'

import type { Pair } from '../../../node-bridge/test/faults/handshake/pair.ts'
import { createKiller } from '../../../node-bridge/test/faults/kills/killer.ts'
import type { Random } from '../../../node-bridge/test/faults/network/random.ts'

export interface Assassin {
  kills(): number
  /** How many kills struck at each moment. */
  moments(): Readonly<Record<string, number>>
  /** No more kills; resolves when both bridges are up. Rejects when one could not be started again. */
  stop(): Promise<void>
}

/** A process lives at least this long, so that something happens between two kills. */
const MIN_LIFE_MS = 900
const IDLE_STRIKE_MS = 2500

/** Kills either bridge at steps of the calls, while events are on their way, and now and then at no moment in particular. */
export function startAssassin(pair: Pair, random: Random): Assassin {
  const killers = [createKiller(pair.source.bridge), createKiller(pair.destination.bridge)]
  const moments: Record<string, number> = {}
  let allowedAt = Date.now()
  const stopping = new AbortController()

  const strike = async (moment: string): Promise<void> => {
    const killer = killers[random() < 0.5 ? 0 : 1]
    if (stopping.signal.aborted || Date.now() < allowedAt || !killer) return
    allowedAt = Infinity
    if (await killer.strike(Math.floor(random() * 300))) moments[moment] = (moments[moment] ?? 0) + 1
    const rest = () => void (allowedAt = Date.now() + MIN_LIFE_MS * (0.5 + random()))
    killer.settled().then(rest, () => stopping.abort())
  }

  pair.source.proxy.onStep((step, { path }) =>
    random() < 0.4 ? strike(`at ${path.split('/').at(-1) ?? ''} ${step}`) : undefined,
  )
  for (const { instance } of [pair.source, pair.destination])
    instance.onEvent(() => (random() < 0.15 ? strike('at an event') : undefined))

  const idly = async () => {
    while (!stopping.signal.aborted) {
      await delay(random() * IDLE_STRIKE_MS)
      await strike('at any time')
    }
  }
  const idling = idly()
  const kills = () => killers.reduce((sum, killer) => sum + killer.kills(), 0)
  return {
    kills,
    moments: () => moments,
    async stop() {
      stopping.abort()
      await idling
      await Promise.all(killers.map((killer) => killer.settled()))
    },
  }
}
