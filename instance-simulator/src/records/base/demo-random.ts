/** Chance that is the same every time: a linear congruential generator is enough for made-up names. */
export interface DemoRandom {
  /** A whole number from 0 up to and without this. */
  below(limit: number): number
  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T
}

export function demoRandom(seed: number): DemoRandom {
  let state = seed
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  return { below, pick: <T>(list: readonly T[]) => list[below(list.length)] as T }
}
