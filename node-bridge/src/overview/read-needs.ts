import type { ConnectionState, NoticeCause } from '@accord/shared/protocol'
import type { OpenNotice, OverviewNeed } from '@accord/shared/schemas'

import { readOpenNotices } from '../notices/open-notices.ts'
import { listConnectionsById } from '../store/connections/connection-pages.ts'
import type { Db } from '../store/engine/tables.ts'
import { countHeldBy, type HeldBy, nameOfHeld } from '../store/sync/pair-figures.ts'

/** So many are looked at, to choose those that are shown and the connections that come first. */
const LOOKED_AT = 200
/** Nobody counts further: what was found a minute ago is near enough then. */
const COUNTED_UP_TO = 1000

/** These are over as soon as the connection is in another state. */
const LASTS_IN: Readonly<Partial<Record<NoticeCause, ConnectionState>>> = {
  approval_asked: 'awaiting_approval',
  peer_lost: 'peer_lost',
}

/**
 * What needs a person. Something new is found within a minute, as notices are made of it. What is over stays a notice for a while,
 * since it may come again; here it is left out at once: what somebody has just done is not asked of them any more.
 */
export async function readNeeds(db: Db): Promise<OverviewNeed[]> {
  const open = await readOpenNotices(db, LOOKED_AT)
  const ids = open.flatMap(({ connection }) => connection?.id ?? [])
  const states = new Map((await listConnectionsById(db, [...new Set(ids)])).map(({ id, state }) => [id, state]))
  const held = await countHeldBy(db, open.flatMap(heldBy), COUNTED_UP_TO)
  return open.flatMap((notice) => {
    const state = LASTS_IN[notice.cause]
    const count = countOf(notice, held)
    return count === 0 || (state && states.get(notice.connection?.id ?? '') !== state) ? [] : needOf(notice, count)
  })
}

const heldBy = ({ cause, connection, subject }: OpenNotice): HeldBy[] =>
  cause === 'pairs_held' && connection ? [{ connectionId: connection.id, code: subject }] : []

function countOf(notice: OpenNotice, held: ReadonlyMap<string, number>): number {
  const [by] = heldBy(notice)
  const counted = by && held.get(nameOfHeld(by))
  if (counted === undefined) return notice.count
  return counted < COUNTED_UP_TO ? counted : Math.max(counted, notice.count)
}

const needOf = ({ cause, subject, connection, since }: OpenNotice, count: number): OverviewNeed => ({
  cause,
  subject,
  connection,
  count,
  since,
})
