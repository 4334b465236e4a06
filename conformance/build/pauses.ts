import { acknowledgePauses, isPausing } from '@accord/shared/protocol'

const COUNTS = [
  { pauses: 0, acknowledged: 0 },
  { pauses: 1, acknowledged: 0 },
  { pauses: 2, acknowledged: 3 },
  { pauses: 5, acknowledged: 4 },
]

/** PROTOCOL.md §6.5: what a side knows after a contact, and what that says. */
export const createPauseFixtures = () => ({
  about: 'A side that knows `known` receives `sent`, the body or the answer of a contact; afterwards it knows `next`.',
  contacts: COUNTS.flatMap((known) =>
    COUNTS.map((sent) => {
      const next = acknowledgePauses(known, sent)
      return { known, sent, next, pausedByUs: isPausing(next.pauses), pausedByPeer: isPausing(next.acknowledged) }
    }),
  ),
})
