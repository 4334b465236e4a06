import { Counter, type Registry } from 'prom-client'

import type { Database } from '../store/engine/database.ts'
import { DELIVERY_ATTEMPTED } from '../store/notices/notice-deliveries.ts'

/** Whether people are reached: nobody can be notified by mail that the mail does not work. */
export function registerNotices(register: Registry, database: Database): void {
  const attempts = new Counter({
    name: 'accord_notices_total',
    help: 'Attempts to send a notice, by the way and by what became of it: sent, deferred (tried again), failed (given up)',
    labelNames: ['channel', 'outcome'],
    registers: [register],
  })
  database.onCommitted(DELIVERY_ATTEMPTED, ({ channel, outcome }) => attempts.inc({ channel, outcome }))
}
