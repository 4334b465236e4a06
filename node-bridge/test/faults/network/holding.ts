/** Where requests wait for another one to overtake them. */
export interface Holding {
  untilOvertaken(maxHoldMs: number): Promise<void>
  /** Another request was answered: everything that is held may go on. */
  release(): void
}

export function createHolding(): Holding {
  let held: (() => void)[] = []
  return {
    untilOvertaken: (maxHoldMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, maxHoldMs)
        held.push(() => {
          clearTimeout(timer)
          resolve()
        })
      }),
    release() {
      const waiting = held
      held = []
      for (const goOn of waiting) goOn()
    },
  }
}
