import { LISTED_STATES, STATE_GROUPS, type StateGroup } from '@accord/shared/protocol'
import type { ConnectionList, ConnectionListQuery, EndedListQuery, GroupCounts } from '@accord/shared/schemas'

import { countUpTo, pageConnections } from '../store/connections/connection-pages.ts'
import { nameKeyOf } from '../store/connections/connection-record.ts'
import type { PageRequest } from '../store/connections/pages/place.ts'
import type { Db } from '../store/engine/tables.ts'
import type { ConnectionContext } from './connection-context.ts'
import { takeSnapshots } from './connection-snapshot.ts'
import { readPlace, writePlace } from './list-place.ts'

type ListContext = Pick<ConnectionContext, 'database' | 'identity'>

/** A group is counted up to this number, so that a count costs the same with a million connections. */
const COUNTED_UP_TO = 1000
const MAX_WORDS = 5

/** A page of those that were not deleted here. */
export async function listConnections(context: ListContext, query: ConnectionListQuery): Promise<ConnectionList> {
  const { group, sort, order, search, limit, counts } = query
  const words = nameKeyOf(search).split(' ').filter(Boolean).slice(0, MAX_WORDS)
  const isByTime = sort === 'changed' || sort === 'lastContact'
  const page = await readPage(context, query.after, {
    states: group ? STATE_GROUPS[group] : LISTED_STATES,
    words,
    order: words.length > 0 ? 'name' : sort,
    descending: words.length === 0 && (order ? order === 'desc' : isByTime),
    limit,
  })
  return { ...page, counts: counts === 'true' ? await countGroups(context.database.db) : null }
}

/** A page of those that were deleted here and whose end is settled, newest first. */
export async function listEndedConnections(context: ListContext, query: EndedListQuery): Promise<ConnectionList> {
  const { after, limit } = query
  const page = await readPage(context, after, {
    states: ['terminated'],
    words: [],
    order: 'changed',
    descending: true,
    limit,
  })
  return { ...page, counts: null }
}

async function readPage(
  { database: { db }, identity }: ListContext,
  after: string | undefined,
  request: Omit<PageRequest, 'after'>,
): Promise<Pick<ConnectionList, 'connections' | 'next'>> {
  const page = await pageConnections(db, { ...request, after: readPlace(after, request) })
  const connections = await takeSnapshots(db, page.records, identity.fingerprint)
  return { connections, next: page.next ? writePlace(page.next, request) : null }
}

async function countGroups(db: Db): Promise<GroupCounts> {
  const byState = await countUpTo(db, LISTED_STATES, COUNTED_UP_TO)
  const countOf = (group: StateGroup): number => {
    const states: readonly string[] = STATE_GROUPS[group]
    return Math.min(
      COUNTED_UP_TO,
      states.reduce((sum, state) => sum + (byState.get(state) ?? 0), 0),
    )
  }
  return {
    upTo: COUNTED_UP_TO,
    trouble: countOf('trouble'),
    waiting: countOf('waiting'),
    active: countOf('active'),
    paused: countOf('paused'),
    ended: countOf('ended'),
  }
}
