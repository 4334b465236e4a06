import type { Logger } from 'pino'

import { startBackgroundLoop } from '../background/background-loop.ts'
import type { Database } from '../store/engine/database.ts'
import { ITEMS_STEPPED } from '../store/sync/item-events.ts'
import { type ActivityTallies, createActivityTallies } from './activity-tallies.ts'

/** So much a node that is killed forgets of what has moved; of the pairs it forgets nothing. */
const SAVED_EACH_MS = 10_000

interface Parts {
  readonly database: Pick<Database, 'transaction' | 'onCommitted'>
  readonly log: Logger
  readonly tallies?: ActivityTallies
}

/** Counts what moves and writes it again and again. Answers the function that stops it, which writes the rest. */
export function startSavingActivity({ database, log, tallies = createActivityTallies() }: Parts): () => Promise<void> {
  const stopListening = database.onCommitted(ITEMS_STEPPED, (steps) => tallies.note(steps))
  const loop = startBackgroundLoop({
    turn: async () => {
      await tallies.save(database)
      return SAVED_EACH_MS
    },
    onFailure: (error) => {
      log.warn({ err: error }, 'what has moved could not be counted in the database and is written later')
      return SAVED_EACH_MS
    },
    ref: false,
  })
  return async () => {
    stopListening()
    await loop.stop()
    await tallies.save(database)
  }
}
