import { MovableClock } from '../../src/clock.ts'
import { NotSimulated } from '../../src/coverage/not-simulated.ts'
import { openStore } from '../../src/records/open-store.ts'
import type { MemoryStore } from '../../src/records/record-store.ts'

const notSimulated = (what: string): never => {
  throw new NotSimulated(what)
}

/** A seeded store without a file. */
export function newStore(clock = new MovableClock()): MemoryStore {
  return openStore({ clock, notSimulated, users: [] }).store
}
