import type { LogEvent } from '@accord/shared/protocol'
import type { HandshakeEntry } from '@accord/shared/schemas'

import { compiledOnce } from '../engine/compiled-once.ts'
import { boundNumber, boundText } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'
import type { HandshakeEventTable } from '../engine/tables/connection-tables.ts'

export interface HandshakeEvent {
  readonly id: string
  readonly connectionId: string
  readonly revision: number
  readonly at: Date
  readonly event: LogEvent
  readonly detail: string
  readonly actor: string
}

const insertion = compiledOnce((db, row: HandshakeEventTable) => db.insertInto('handshake_event').values(row))

export async function appendHandshakeEvent(db: Db, event: HandshakeEvent): Promise<void> {
  const { connectionId, at, ...rest } = event
  await insertion(db, { ...rest, connection_id: connectionId, at: at.getTime() })
}

const newestEntries = compiledOnce((db, { connectionId, limit }: { connectionId: string; limit: number }) =>
  db
    .selectFrom('handshake_event')
    .selectAll()
    .where('connection_id', '=', boundText(connectionId))
    .orderBy('revision', 'desc')
    .limit(boundNumber(limit)),
)

/** The newest `limit` entries, oldest first. */
export async function listHandshakeEntries(db: Db, connectionId: string, limit: number): Promise<HandshakeEntry[]> {
  const { rows } = await newestEntries(db, { connectionId, limit })
  return rows.toReversed().map(({ id, at, event, detail, actor }) => ({
    id,
    connectionId,
    at: new Date(at).toISOString(),
    event,
    detail,
    actor,
  }))
}

/** When the newest of these events happened. */
export async function findNewestEventAt(
  db: Db,
  connectionId: string,
  events: readonly LogEvent[],
): Promise<Date | undefined> {
  const row = await db
    .selectFrom('handshake_event')
    .select('at')
    .where('connection_id', '=', connectionId)
    .where('event', 'in', events)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && new Date(row.at)
}
