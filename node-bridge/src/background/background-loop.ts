import { setTimeout as delay } from 'node:timers/promises'

/** Work that is done turn by turn until it is stopped. */
export interface BackgroundLoop {
  /** There may be something to do: the next turn does not wait for its time. A wake-up during a turn is not lost. */
  wake(): void
  /** No further turn begins, and rests end. Settles once the turn at work has ended. */
  stop(): Promise<void>
}

export interface Turn {
  /** Was it asked for, or is its time over? The first turn counts as asked for, unless the loop begins with a rest. */
  readonly isWoken: boolean
  /** Is aborted by the stop: a long turn may end early. */
  readonly stopping: AbortSignal
}

interface LoopParts {
  /** Does what there is to do. Answers the milliseconds until the next turn, unless a wake-up shortens them. */
  readonly turn: (turn: Turn) => Promise<number>
  /** Says that a turn has failed. Answers the milliseconds until the next one. */
  readonly onFailure: (error: unknown) => number
  /** Milliseconds before the first turn. */
  readonly firstAfterMs?: number
  /** For how many milliseconds a wake-up waits for others, so that they share a turn. */
  readonly gatherMs?: number
  /** False: its rests keep no process alive. */
  readonly ref?: boolean
}

/** One turn after the other, never two at once. A turn that fails ends none of those after it. */
export function startBackgroundLoop(parts: LoopParts): BackgroundLoop {
  const { turn, onFailure, firstAfterMs = 0, gatherMs = 0, ref = true } = parts
  const stopping = new AbortController()
  let wakeUp = new AbortController()

  const pause = (ms: number, signal: AbortSignal) => delay(ms, undefined, { signal, ref }).catch(() => undefined)
  const rest = async (ms: number) => {
    if (!wakeUp.signal.aborted) await pause(ms, wakeUp.signal)
    if (wakeUp.signal.aborted && gatherMs > 0) await pause(Math.min(gatherMs, ms), stopping.signal)
  }
  const takeTurn = async () => {
    const isWoken = wakeUp.signal.aborted
    wakeUp = new AbortController()
    try {
      return await turn({ isWoken, stopping: stopping.signal })
    } catch (error) {
      return isEndOfRest(error, stopping.signal) ? 0 : onFailure(error)
    }
  }
  const run = async () => {
    if (firstAfterMs > 0) await rest(firstAfterMs)
    else wakeUp.abort()
    while (!stopping.signal.aborted) await rest(await takeTurn())
  }
  // Not at once: a turn may wake the loop that is answered below.
  const running = Promise.resolve().then(run)
  return {
    wake: () => wakeUp.abort(),
    stop: () => {
      stopping.abort()
      wakeUp.abort()
      return running
    },
  }
}

/** A rest inside of a turn was cut short by the stop. */
const isEndOfRest = (error: unknown, stopping: AbortSignal): boolean =>
  stopping.aborted && typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError'
