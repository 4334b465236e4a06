/** What has been started or opened. Node 24 has AsyncDisposableStack for it; we run on 22 as well. */
export interface StopList {
  /** To be called before everything that was added earlier, for that may rely on it. */
  add(stop: () => unknown): void
  /** Each step after the other, the newest first, whatever becomes of the one before. Throws the first failure at the end. */
  stop(): Promise<void>
}

export function createStopList(): StopList {
  const steps: (() => unknown)[] = []
  return {
    add: (stop) => void steps.push(stop),
    stop: async () => {
      const failures: unknown[] = []
      for (let step = steps.pop(); step; step = steps.pop())
        try {
          await step()
        } catch (error) {
          failures.push(error)
        }
      if (failures.length > 0) throw failures[0]
    },
  }
}
