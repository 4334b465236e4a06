import type { Logger } from 'pino'

import type { Database } from '../store/engine/database.ts'
import { type ItemEvent, ITEMS_STEPPED } from '../store/sync/item-events.ts'

/** What becomes of a message at the node that writes the line. */
const LOGGED: readonly string[] = [
  'sent',
  'appliedThere',
  'stoppedThere',
  'skippedThere',
  'heldThere',
  'received',
  'applied',
  'stopped',
  'skipped',
  'held',
]

/** Ids of messages, under which both companies find one change in their logs. All that was written within a moment is one line. */
export function logMessages(log: Logger, database: Database): void {
  let waiting: object[] = []
  const write = () => {
    const steps = waiting
    waiting = []
    log.info({ steps }, 'messages of pairs')
  }
  database.onCommitted(ITEMS_STEPPED, (events) => {
    const steps = events.flatMap(stepOf)
    if (steps.length === 0) return
    if (waiting.length === 0) setImmediate(write)
    waiting.push(...steps)
  })
}

const stepOf = ({ event, itemId, details: { mid, code } }: ItemEvent): object[] =>
  typeof mid === 'string' && LOGGED.includes(event)
    ? [{ event, mid, item: itemId, ...(typeof code === 'string' && { code }) }]
    : []
