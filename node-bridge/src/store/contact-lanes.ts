import type { Db } from './tables.ts'

/** Connections in these states that know their peer and for which neither this queue nor the handshake has a job. */
export async function listUncontacted(db: Db, queue: string, states: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('connection')
    .select('connection.id')
    .where('connection.state', 'in', states)
    .where('connection.shared_id', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('job')
            .select('job.id')
            .where('job.queue', 'in', [queue, 'handshake'])
            .where('job.state', '=', 'waiting')
            .whereRef('job.lane_key', '=', 'connection.id'),
        ),
      ),
    )
    .execute()
  return rows.map(({ id }) => id)
}
