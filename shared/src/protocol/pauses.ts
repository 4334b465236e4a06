/**
 * What a side says of its pause, PROTOCOL.md §6.5. `pauses`: how often it has paused and resumed, together, so that an odd
 * number means that it pauses now. `heard`: the highest such number of the other side that it knows.
 */
export interface PauseCounts {
  readonly pauses: number
  readonly heard: number
}

export const isPausing = (pauses: number): boolean => pauses % 2 === 1

/**
 * What a side knows after the other has told its counts. A number that is not higher changes nothing, so late and doubled
 * messages do no harm. Whoever hears that the other knows more of its pauses than itself was restored from a backup: its
 * count goes on behind that number, and it pauses as before.
 */
export const hearPauses = (known: PauseCounts, told: PauseCounts): PauseCounts => ({
  pauses: told.heard <= known.pauses ? known.pauses : next(told.heard, isPausing(known.pauses)),
  heard: Math.max(known.heard, told.pauses),
})

const next = (count: number, pausing: boolean): number => count + (isPausing(count) === pausing ? 2 : 1)
