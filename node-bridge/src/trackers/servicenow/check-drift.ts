import type { Watcher } from '../tracker.ts'
import type { Paces } from './paces.ts'

/**
 * Has every record that is in a pair looked at, a page at each turn: what was written without a new version or time stamp is found
 * by nothing else. Looking sends nothing where nothing differs.
 */
export interface DriftCheck {
  /** A page further, where a check is under way. */
  readonly lookOn: () => Promise<void>
  /** Begins one when it is time, and answers what is to be stored: when the last one began that came to its end. */
  readonly mark: (stored: string | undefined) => string
}

export function createDriftCheck(watcher: Watcher, { driftMs }: Pick<Paces, 'driftMs'>, now: () => Date): DriftCheck {
  let running: { readonly began: string; readonly after: string | undefined } | undefined
  let done: string | undefined
  return {
    lookOn: async () => {
      if (!running) return
      const { records, next } = await watcher.listPaired(running.after)
      if (records.length > 0)
        await watcher.onNotices(
          records.map(({ table, id }) => ({ table, id, triggers: [] })),
          'drift',
        )
      if (next === undefined) done = running.began
      running = next === undefined ? undefined : { ...running, after: next }
    },
    mark: (stored) => {
      const time = now()
      // A replica that watched meanwhile may have come further.
      const last = [stored, done].reduce((one, other) => ((other ?? '') > (one ?? '') ? other : one))
      if (last === undefined) return time.toISOString()
      if (!running && time.getTime() - Date.parse(last) >= driftMs)
        running = { began: time.toISOString(), after: undefined }
      return last
    },
  }
}
