import { LISTED_STATES, STATE_GROUPS, type StateGroup } from '@accord/shared/protocol'
import type { Overview, OverviewConnection } from '@accord/shared/schemas'

import type { ConnectionContext } from '../connections/connection-context.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { countUpTo, listConnectionsById, pageConnections } from '../store/connections/connection-pages.ts'
import type { Db } from '../store/engine/tables.ts'
import { countHeldOf, oldestMovingOf } from '../store/sync/pair-figures.ts'
import { listActivity, listLastMoved } from '../store/sync/sync-activity.ts'
import { figuresOf, firstHourOf } from './activity-figures.ts'
import { readNeeds } from './read-needs.ts'

/** Whoever has more of them begins with these. */
const NEEDS = 50
const SHOWN = 20
/** A group is counted up to this number, so that a count costs the same with a million pairs. */
const HELD_UP_TO = 1000
const ENDED = 'ended' satisfies StateGroup
const NOT_ENDED = LISTED_STATES.filter((state) => !STATE_GROUPS[ENDED].includes(state))

/** What needs a person, and how connections move. Each question is a look along an index: it costs the same with a million pairs. */
export async function readOverview({
  database: { db },
  now,
}: Pick<ConnectionContext, 'database' | 'now'>): Promise<Overview> {
  const needs = await readNeeds(db)
  const firstMs = firstHourOf(now())
  const needing = needs.flatMap(({ connection }) => (connection ? [connection.id] : []))
  const { records, more } = await chooseConnections(db, needing)
  return {
    needs: needs.slice(0, NEEDS),
    moreNeeds: needs.length > NEEDS,
    since: new Date(firstMs).toISOString(),
    connections: await describe(db, records, firstMs),
    more,
  }
}

/** Those that need somebody, then those of which something moved last, then those that were changed last. */
async function chooseConnections(
  db: Db,
  needing: readonly string[],
): Promise<{ readonly records: readonly ConnectionRecord[]; readonly more: boolean }> {
  const request = { states: NOT_ENDED, words: [], order: 'changed', descending: true, after: undefined } as const
  const [moved, changed, ended] = await Promise.all([
    listLastMoved(db, SHOWN + 1),
    pageConnections(db, { ...request, limit: SHOWN + 1 }),
    countUpTo(db, STATE_GROUPS[ENDED], 1),
  ])
  const first = await listConnectionsById(db, [...new Set([...needing, ...moved])])
  const isOpen = ({ state }: ConnectionRecord) => NOT_ENDED.includes(state)
  const all = new Map([...first.filter(isOpen), ...changed.records].map((record) => [record.id, record]))
  const hasEnded = [...ended.values()].some((count) => count > 0)
  return {
    records: [...all.values()].slice(0, SHOWN),
    more: all.size > SHOWN || changed.next !== undefined || hasEnded,
  }
}

async function describe(db: Db, records: readonly ConnectionRecord[], firstMs: number): Promise<OverviewConnection[]> {
  const ids = records.map(({ id }) => id)
  const [activity, oldest, held] = await Promise.all([
    listActivity(db, ids, firstMs),
    oldestMovingOf(db, ids),
    countHeldOf(db, ids, HELD_UP_TO),
  ])
  return records.map(({ id, name, remoteShortName: remote, state }) => ({
    id,
    name,
    remote,
    state,
    ...figuresOf(
      activity.filter(({ connectionId }) => connectionId === id),
      firstMs,
    ),
    oldestMovingAt: oldest.get(id)?.toISOString() ?? null,
    held: held.get(id) ?? 0,
  }))
}
