import { setTimeout as delay } from 'node:timers/promises'

import type { Logger } from 'pino'

import { startBackgroundLoop } from '../background/background-loop.ts'

/** To be awaited between two pages of a scan. Rejects when the node stops. */
export type Rest = () => Promise<void>

interface Scan {
  readonly everyMs: number
  readonly scanPages: (rest: Rest) => Promise<void>
  readonly log: Logger
  /** What the log says when it fails; the next one tries again. */
  readonly failure: string
}

/** Scans at once and then every so often, one scan at a time. Answers the function that stops it, in the midst of one, too. */
export const startScan = ({ everyMs, scanPages, log, failure }: Scan): (() => Promise<void>) =>
  startBackgroundLoop({
    turn: async ({ stopping }) => {
      await scanPages(createRest(stopping))
      return everyMs
    },
    onFailure: (error) => {
      log.error({ err: error }, failure)
      return everyMs
    },
    ref: false,
  }).stop

/**
 * Nine times as long as the page before it took: nobody waits for a scan, and with a million connections it would hold up
 * every call at each of its statements.
 */
function createRest(signal: AbortSignal): Rest {
  let begunAt = performance.now()
  return async () => {
    await delay(9 * (performance.now() - begunAt), undefined, { signal, ref: false })
    begunAt = performance.now()
  }
}
