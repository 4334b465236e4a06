import { startBackgroundLoop } from '../../background/background-loop.ts'
import type { SyncContext } from '../items/sync-context.ts'

/** So much a node that is killed forgets of what its versions have done; of the pairs it forgets nothing. */
const SAVED_EACH_MS = 10_000

/** Writes what versions have done. Answers the function that stops it, which writes the rest. */
export function startSavingTallies({ database, tallies, log }: SyncContext): () => Promise<void> {
  const loop = startBackgroundLoop({
    turn: async () => {
      await tallies.save(database)
      return SAVED_EACH_MS
    },
    onFailure: (error) => {
      log.warn({ err: error }, 'what versions of scripts have done could not be written and is written later')
      return SAVED_EACH_MS
    },
    ref: false,
  })
  return async () => {
    await loop.stop()
    await tallies.save(database)
  }
}
