import { startBackgroundLoop } from '../../background/background-loop.ts'
import type { Watcher } from '../tracker.ts'
import type { Reading } from './read-records.ts'
import { nextPauseMs, type Paces } from './paces.ts'
import { createPull, type Pulled } from './pull.ts'
import { reportPairs } from './report-pairs.ts'
import { createScan } from './scan.ts'
import { createWatches } from './send-watches.ts'

export interface Watching extends Reading {
  readonly paces: Paces
  readonly now: () => Date
  readonly log: { warn(details: object, message: string): void }
  /** What wakes the watcher asks for a pull at once. Answers the function that ends it. */
  readonly onWakeUp: (wake: () => void) => () => void
}

/**
 * What was pulled is forgotten there by the next pull, and until then nothing that comes anew wakes us: it has to follow soon.
 */
const AFTER_NEWS_MS = 250
const NOTHING: Pulled = { hasNews: false, isMoving: false }

/** Asks the instance again and again, until the answered function is called. */
export function watchInstance(watching: Watching, watcher: Watcher): () => Promise<void> {
  const { calls, paces, now, log, onWakeUp } = watching
  const pull = createPull(watching, watcher)
  const scan = createScan(calls, watcher, paces, now)
  const watches = createWatches(calls, paces, now, (refused) => log.warn({ refused }, 'the instance refuses triggers'))
  let isAway = false
  const ask = async (): Promise<Pulled> => {
    const active = await watcher.triggers()
    if (!watches.areSent() && active.length === 0 && !(await watcher.hasPairs())) return NOTHING
    const triggers = await watches.send(active)
    const isReporting = await reportPairs(calls, watcher)
    const { hasNews, isMoving } = await pull()
    if (isAway) await watcher.onBack()
    isAway = false
    await scan(triggers)
    return { hasNews, isMoving: isMoving || isReporting }
  }
  let pauseMs = paces.busyMs
  const rest = (isBusy: boolean) => (pauseMs = nextPauseMs(pauseMs, isBusy, paces))
  const loop = startBackgroundLoop({
    turn: async () => {
      const { hasNews, isMoving } = await ask()
      const ms = rest(isMoving)
      return hasNews ? Math.min(ms, AFTER_NEWS_MS) : ms
    },
    onFailure: (error) => {
      // It was woken, perhaps, and nothing that stands there will wake us again: a first failure is no reason to rest for long.
      const isFirst = !isAway
      isAway = true
      log.warn({ err: error }, 'the instance could not be watched and is asked again')
      return rest(isFirst)
    },
  })
  const stopListening = onWakeUp(loop.wake)
  return async () => {
    const stopped = loop.stop()
    stopListening()
    await stopped
  }
}
