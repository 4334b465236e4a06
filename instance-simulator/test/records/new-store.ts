import { MovableClock } from '../../src/clock.ts'
import { NotSimulated } from '../../src/coverage/not-simulated.ts'
import { openStore } from '../../src/records/open-store.ts'
import type { MemoryStore } from '../../src/records/record-store.ts'

/** A seeded store without a file. */
export function newStore(clock = new MovableClock()): MemoryStore {
  const notSimulated = (what: string): never => {
    throw new NotSimulated(what)
  }
  return openStore({ clock, notSimulated, users: [] }).store
}
