import { setTimeout as delay } from 'node:timers/promises'

import type { Logger } from 'pino'

/** To be awaited between two pages of a walk. Rejects when the node stops. */
export type Rest = () => Promise<void>

interface Sweep {
  readonly everyMs: number
  readonly walk: (rest: Rest) => Promise<void>
  readonly log: Logger
  /** What the log says when it fails; the next one tries again. */
  readonly failure: string
}

/** Walks at once and then every so often, one walk at a time. Answers the function that stops it, in the midst of one, too. */
export function startScan({ everyMs, walk, log, failure }: Sweep): () => void {
  const stopping = new AbortController()
  let isSweeping = false
  const sweep = async () => {
    if (isSweeping) return
    isSweeping = true
    try {
      await walk(createRest(stopping.signal))
    } catch (error) {
      if (!stopping.signal.aborted) log.error({ err: error }, failure)
    }
    isSweeping = false
  }
  void sweep()
  const timer = setInterval(() => void sweep(), everyMs)
  timer.unref()
  return () => {
    stopping.abort()
    clearInterval(timer)
  }
}

/**
 * Nine times as long as the page before it took: nobody waits for a sweep, and with a million connections it would hold up
 * every call at each of its statements.
 */
function createRest(signal: AbortSignal): Rest {
  let begunAt = performance.now()
  return async () => {
    await delay(9 * (performance.now() - begunAt), undefined, { signal, ref: false })
    begunAt = performance.now()
  }
}
