import { setTimeout as delay } from 'node:timers/promises'

import type { BridgeProcess } from '../company/bridge-process.ts'

/** Kills one bridge with SIGKILL and brings it back on its port with its data, again and again. */
export interface Killer {
  /** Resolves when the process is dead; false, and nothing happens, while it is dead or coming back. */
  strike(deadForMs?: number): Promise<boolean>
  kills(): number
  /** Resolves when the process is up again. Rejects when it could not be started. */
  settled(): Promise<void>
}

export function createKiller(bridge: BridgeProcess): Killer {
  let kills = 0
  let revival: Promise<void> = Promise.resolve()
  let busy = false

  const revive = async (deadForMs: number) => {
    await delay(deadForMs)
    await bridge.start()
    busy = false
  }

  return {
    async strike(deadForMs = 100) {
      if (busy || !bridge.isRunning()) return false
      busy = true
      kills += 1
      await bridge.kill()
      revival = revive(deadForMs)
      // A failed revival is reported by `settled`; here nobody listens yet.
      revival.catch(() => undefined)
      return true
    },
    kills: () => kills,
    settled: () => revival,
  }
}
