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
const IDLE_STRIKE_MS = 1500

/** Kills either bridge, sometimes both at once, at steps of the calls, while events are on their way, and now and then at no moment in particular. */
export function startAssassin(pair: Pair, random: Random): Assassin {
  const targets = [pair.source, pair.destination].map(({ bridge }) => ({ killer: createKiller(bridge), allowedAt: 0 }))
  const moments: Record<string, number> = {}
  const stopping = new AbortController()

  const strike = async (moment: string): Promise<void> => {
    const target = targets[random() < 0.5 ? 0 : 1]
    if (stopping.signal.aborted || !target || Date.now() < target.allowedAt) return
    target.allowedAt = Infinity
    if (await target.killer.strike(Math.floor(random() * 300))) moments[moment] = (moments[moment] ?? 0) + 1
    const rest = () => void (target.allowedAt = Date.now() + MIN_LIFE_MS * (0.5 + random()))
    target.killer.settled().then(rest, () => stopping.abort())
  }

  pair.source.proxy.onStep((step, { path }) =>
    random() < 0.5 ? strike(`at ${path.split('/').at(-1) ?? ''} ${step}`) : undefined,
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
  const kills = () => targets.reduce((sum, { killer }) => sum + killer.kills(), 0)
  return {
    kills,
    moments: () => moments,
    async stop() {
      stopping.abort()
      await idling
      await Promise.all(targets.map(({ killer }) => killer.settled()))
    },
  }
}
