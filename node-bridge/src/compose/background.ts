import { createStopList } from './stop-list.ts'

/** Something that works until it is stopped. `start` answers what stops it, letting what is at work finish. */
export interface BackgroundPart {
  readonly start: () => (() => unknown) | undefined
}

export interface Background {
  readonly isRunning: () => boolean
  start(): void
  stop(): Promise<void>
}

/** Starts the parts in their order and stops them in the opposite one: a part may rely on those before it. */
export function createBackground(parts: readonly BackgroundPart[]): Background {
  const stops = createStopList()
  let isRunning = false
  return {
    isRunning: () => isRunning,
    start: () => {
      for (const { start } of parts) {
        const stop = start()
        if (stop) stops.add(stop)
      }
      isRunning = true
    },
    stop: () => {
      isRunning = false
      return stops.stop()
    },
  }
}

/** What only has to be stopped: it began when it was made. */
export const alreadyStarted = (stop: () => unknown): BackgroundPart => ({ start: () => stop })

/** Parts that do not rely on each other are stopped at the same time. */
export const together = (parts: readonly BackgroundPart[]): BackgroundPart => ({
  start: () => {
    const stops = parts.map(({ start }) => start())
    return () => Promise.all(stops.map((stop) => stop?.()))
  },
})
