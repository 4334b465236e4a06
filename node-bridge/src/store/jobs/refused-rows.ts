import type { Db } from '../engine/tables.ts'

const QUEUE = 'callback'
const CODE = 'row_refused'

export interface RefusedRows {
  /** Connections whose rows the instance does not take, at most as many as are counted. */
  readonly count: number
  /** What the instance answered to the last of them that was tried. */
  readonly detail: string
}

const COUNTED = 100

/** From the first refusal until the callback is taken or somebody ends it: it heals with the job itself. */
export async function findRefusedRows(db: Db): Promise<RefusedRows | undefined> {
  const rows = await db
    .selectFrom('job')
    .select('last_error')
    .where('queue', '=', QUEUE)
    .where('last_error', 'like', `${CODE}: %`)
    .orderBy('run_at', 'desc')
    .limit(COUNTED)
    .execute()
  const [last] = rows
  return last && { count: rows.length, detail: reasonOfRefusedRow(last.last_error ?? '') ?? '' }
}

/** What the instance answered, where a callback failed because its rows were refused. */
export const reasonOfRefusedRow = (lastError: string): string | undefined =>
  lastError.startsWith(`${CODE}: `) ? lastError.slice(CODE.length + 2) : undefined

/** What the instance has not been sent of one connection, and how the last try failed; undefined when it knows all. */
export async function findCallback(
  db: Db,
  connectionId: string,
): Promise<{ readonly lastError: string | null } | undefined> {
  const rows = await db
    .selectFrom('job')
    .select('last_error')
    .where('queue', '=', QUEUE)
    .where('queue_key', '=', connectionId)
    .execute()
  const failing = rows.find(({ last_error }) => last_error !== null) ?? rows[0]
  return failing && { lastError: failing.last_error }
}
