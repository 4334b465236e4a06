import { hearPauses, isPausing } from '@accord/shared/protocol'

const COUNTS = [
  { pauses: 0, heard: 0 },
  { pauses: 1, heard: 0 },
  { pauses: 2, heard: 3 },
  { pauses: 5, heard: 4 },
]

/** PROTOCOL.md §6.5: what a side knows after a contact, and what that says. */
export const createPauseFixtures = () => ({
  about: 'A side that knows `known` hears `told`, the body or the answer of a contact; afterwards it knows `next`.',
  contacts: COUNTS.flatMap((known) =>
    COUNTS.map((told) => {
      const next = hearPauses(known, told)
      return { known, told, next, pausedByUs: isPausing(next.pauses), pausedByPeer: isPausing(next.heard) }
    }),
  ),
})
