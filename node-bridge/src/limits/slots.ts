/** Places, some for each key and some in all: for sockets, and for answers that are held. */
export interface Slots {
  /** The function that gives the place back, or undefined when there is none. */
  enter(key: string): (() => void) | undefined
}

export function createSlots(each: number, overall: number): Slots {
  const waiting = new Map<string, number>()
  let all = 0
  const leave = (key: string) => {
    const left = (waiting.get(key) ?? 1) - 1
    all--
    if (left > 0) waiting.set(key, left)
    else waiting.delete(key)
  }
  return {
    enter: (key) => {
      const own = waiting.get(key) ?? 0
      if (own >= each || all >= overall) return undefined
      waiting.set(key, own + 1)
      all++
      let isIn = true
      return () => {
        if (isIn) leave(key)
        isIn = false
      }
    },
  }
}
