import { setTimeout as delay } from 'node:timers/promises'

import { randomFrom } from '../../../node-bridge/test/faults/network/random.ts'
import type { Mortal } from './process-company.ts'

export interface ChaosKills {
  readonly counts: Readonly<Record<string, number>>
  /** Nothing is killed while this works. */
  pauseWhile<T>(work: () => Promise<T>): Promise<T>
  /** Kills no more; resolves when all run again. Rejects when one could not be started. */
  stop(): Promise<void>
}

/** Every `everyMs` one that is up is killed, and started again at once. */
export function startChaosKills(mortals: readonly Mortal[], everyMs: number, seed: string): ChaosKills {
  const random = randomFrom(`${seed} kills`)
  const counts: Record<string, number> = {}
  const revivals = new Map<Mortal, Promise<void>>()
  const over = new AbortController()
  let isPaused = false

  const strike = async (): Promise<void> => {
    const living = mortals.filter((mortal) => mortal.isRunning() && !revivals.has(mortal))
    const victim = living[Math.floor(random() * living.length)]
    if (!victim || isPaused) return
    counts[victim.name] = (counts[victim.name] ?? 0) + 1
    await victim.kill()
    const revival = victim.start().then(() => void revivals.delete(victim))
    revival.catch(() => undefined)
    revivals.set(victim, revival)
  }
  const loop = (async () => {
    while (!over.signal.aborted) {
      await delay(everyMs)
      if (!over.signal.aborted) await strike()
    }
  })()
  loop.catch(() => undefined)
  return {
    counts,
    async pauseWhile(work) {
      isPaused = true
      await Promise.all(revivals.values())
      return work().finally(() => (isPaused = false))
    },
    async stop() {
      over.abort()
      await loop
      await Promise.all(revivals.values())
    },
  }
}
