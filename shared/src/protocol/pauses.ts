/**
 * What a side says of its pause, PROTOCOL.md §6.5. `pauses`: how often it has paused and resumed, together, so that an odd
 * number means that it pauses now. `acknowledged`: the highest such number of the other side that it knows.
 */
export interface PauseCounts {
  readonly pauses: number
  readonly acknowledged: number
}

export const isPausing = (pauses: number): boolean => pauses % 2 === 1

/**
 * What a side knows once it has received the counts that the other has `sent`. A number that is not higher changes nothing, so late and doubled
 * messages do no harm. A side whose count is acknowledged beyond its own was restored from a backup: its
 * count goes on behind that number, and it pauses as before.
 */
export const acknowledgePauses = (known: PauseCounts, sent: PauseCounts): PauseCounts => ({
  pauses: sent.acknowledged <= known.pauses ? known.pauses : next(sent.acknowledged, isPausing(known.pauses)),
  acknowledged: Math.max(known.acknowledged, sent.pauses),
})

const next = (count: number, pausing: boolean): number => count + (isPausing(count) === pausing ? 2 : 1)
