import { type ConnectionState, hasTrait, type NoticeCause, statesWith } from '@accord/shared/protocol'
import { sql } from 'kysely'

import type { Db } from '../engine/tables.ts'
import type { NoticeKey } from './notices.ts'

/** Something needs a person now. `until`: when it ends by itself, badly. */
export interface Need extends NoticeKey {
  readonly count: number
  readonly until?: Date
}

const needOf = (cause: NoticeCause, connectionId: string, until?: Date): Need => ({
  cause,
  connectionId,
  subject: '',
  count: 1,
  ...(until ? { until } : {}),
})

/** The other side does not answer, as its contacts say. */
export async function findAwayPeers(db: Db, limit: number): Promise<Need[]> {
  const rows = await db
    .selectFrom('contact')
    .innerJoin('connection', 'connection.id', 'contact.connection_id')
    .where(sql<boolean>`contact.health = 'down'`)
    .where('connection.state', 'in', statesWith('contacted'))
    // The other side has forgotten the connection: that is reported by its own cause.
    .where('connection.state', '<>', 'peer_lost')
    .select('contact.connection_id')
    .limit(limit)
    .execute()
  return rows.map((row) => needOf('peer_away', row.connection_id))
}

/** Connections that stand in a state in which a person has to act. */
export async function findConnectionsIn(
  db: Db,
  state: ConnectionState,
  cause: NoticeCause,
  limit: number,
): Promise<Need[]> {
  const rows = await db.selectFrom('connection').where('state', '=', state).select('id').limit(limit).execute()
  return rows.map(({ id }) => needOf(cause, id))
}

/** Codes that nobody has accepted and that end soon: within a day, and in the last quarter of their time. */
export async function findEndingInvitations(
  db: Db,
  { now, withinMs }: { now: Date; withinMs: number },
  limit: number,
): Promise<Need[]> {
  const nowMs = now.getTime()
  const rows = await db
    .selectFrom('invitation')
    .where(sql<boolean>`state = 'open'`)
    .where('expires_at', '>', nowMs)
    .where('expires_at', '<', nowMs + withinMs)
    .select(['connection_id', 'issued_at', 'expires_at'])
    .limit(limit)
    .execute()
  return rows.flatMap((row) => {
    const [issuedAt, expiresAt] = [Number(row.issued_at), Number(row.expires_at)]
    const isEnding = expiresAt - nowMs < (expiresAt - issuedAt) / 4
    return isEnding ? needOf('invitation_ends', row.connection_id, new Date(expiresAt)) : []
  })
}

/** Jobs that were given up, by queue. */
export async function findDeadJobs(db: Db): Promise<Need[]> {
  const rows = await db
    .selectFrom('job')
    .where(sql<boolean>`state = 'dead'`)
    .select(({ fn }) => ['queue', fn.countAll().as('count')])
    .groupBy('queue')
    .execute()
  return rows.map(({ queue, count }) => ({
    cause: 'jobs_dead',
    connectionId: '',
    subject: queue,
    count: Number(count),
  }))
}

/** What people call these connections; one that is deleted, or of which nothing is left, is missing. */
export async function nameConnections(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (let at = 0; at < ids.length; at += PAGE) {
    const page = ids.slice(at, at + PAGE)
    const rows = await db.selectFrom('connection').where('id', 'in', page).select(['id', 'name', 'state']).execute()
    for (const { id, name, state } of rows) if (!hasTrait(state as ConnectionState, 'gone')) names.set(id, name)
  }
  return names
}

/** Bound values of one statement. */
const PAGE = 400
