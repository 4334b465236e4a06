import { setImmediate as nextTurn } from 'node:timers/promises'

import { sql } from 'kysely'

import type { Db } from '../engine/tables.ts'

const FORGOTTEN_AT_ONCE = 500

/**
 * Serial queues in which nothing waits and nothing has died; a serial queue is made anew when it is needed. An idle serial queue has no waiting job,
 * so only the dead are looked for. In steps: after a busy minute there are many, and nobody waits for them.
 */
export async function forgetIdleSerialQueues(db: Db): Promise<void> {
  for (let forgotten = FORGOTTEN_AT_ONCE; forgotten === FORGOTTEN_AT_ONCE; await nextTurn())
    forgotten = await forgetSome(db)
}

async function forgetSome(db: Db): Promise<number> {
  const empty = db
    .selectFrom('serial_queue as idle')
    .select(['idle.queue', 'idle.queue_key'])
    .where('idle.state', '=', sql.lit('idle'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('job')
            .select('job.id')
            .where('job.state', '=', sql.lit('dead'))
            .whereRef('job.queue', '=', 'idle.queue')
            .whereRef('job.queue_key', '=', 'idle.queue_key'),
        ),
      ),
    )
    .limit(sql.lit(FORGOTTEN_AT_ONCE))
  const { numDeletedRows } = await db
    .deleteFrom('serial_queue')
    // Checked again where somebody has given the serial queue a job meanwhile.
    .where('state', '=', sql.lit('idle'))
    .where(({ eb, refTuple }) => eb(refTuple('queue', 'queue_key'), 'in', empty.$asTuple('queue', 'queue_key')))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
