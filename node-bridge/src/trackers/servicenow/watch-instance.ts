import { setTimeout as delay } from 'node:timers/promises'

import type { Watcher } from '../tracker.ts'
import type { Reading } from './read-records.ts'
import { nextPauseMs, type Paces } from './paces.ts'
import { createPull } from './pull.ts'
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

/** After something was handed over its outcome is there soon; asked at once it would not be. */
const AFTER_WAKE_UP_MS = 250

/** Asks the instance again and again, until the answered function is called. */
export function watchInstance(watching: Watching, watcher: Watcher): () => Promise<void> {
  const { calls, paces, now, log, onWakeUp } = watching
  const pull = createPull(watching, watcher)
  const scan = createScan(calls, watcher, paces, now)
  const watches = createWatches(calls, paces, now, (refused) => log.warn({ refused }, 'the instance refuses triggers'))
  const stopping = new AbortController()
  let wakeUp = new AbortController()
  const stopListening = onWakeUp(() => wakeUp.abort())

  const turn = async (): Promise<boolean> => {
    const active = await watcher.triggers()
    if (!watches.areSent() && active.length === 0 && !(await watcher.hasPairs())) return false
    const triggers = await watches.send(active)
    const isReporting = await reportPairs(calls, watcher)
    const isMoving = await pull()
    await scan(triggers)
    return isReporting || isMoving
  }
  const watch = async (): Promise<void> => {
    let pauseMs = paces.busyMs
    while (!stopping.signal.aborted) {
      try {
        pauseMs = nextPauseMs(pauseMs, await turn(), paces)
      } catch (error) {
        pauseMs = nextPauseMs(pauseMs, false, paces)
        log.warn({ err: error }, 'the instance could not be watched and is asked again')
      }
      await pause(pauseMs, wakeUp.signal, stopping.signal)
      wakeUp = new AbortController()
    }
  }
  const atWork = watch()
  return async () => {
    stopping.abort()
    stopListening()
    await atWork
  }
}

/** Cut short by a wake-up, but for the time that the instance needs. */
async function pause(ms: number, wakeUp: AbortSignal, stopping: AbortSignal): Promise<void> {
  const ended = () => undefined
  await delay(ms, undefined, { signal: AbortSignal.any([wakeUp, stopping]) }).catch(ended)
  if (wakeUp.aborted) await delay(Math.min(AFTER_WAKE_UP_MS, ms), undefined, { signal: stopping }).catch(ended)
}
