import type { BackfillCount } from '@accord/shared/schemas'
import { BACKFILL_RATE } from '@accord/shared/sync'

import { Refusal } from '../../refusals/refusal.ts'
import { hasPeer } from '../items/ends.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { countPairedOf, findPairedIds } from '../../store/sync/backfills.ts'
import { findConfiguredTable, findTrigger, type TriggerRecord } from '../../store/sync/sync-rules.ts'
import type { Tracker } from '../../trackers/tracker.ts'
import { type ConfigurationContext, findTracker } from '../configuration/configuration-context.ts'

export interface Countable {
  readonly connection: ConnectionRecord
  readonly trigger: TriggerRecord
  readonly tracker: Tracker
}

/** Throws `connection_unknown`; `state_conflict` where the connection rests, or no trigger is published and active. */
export async function requireCountable(context: ConfigurationContext, connectionId: string): Promise<Countable> {
  const { db } = context.database
  const connection = await findConnection(db, connectionId)
  if (!connection) throw new Refusal('connection_unknown')
  const table = await findConfiguredTable(db, connectionId)
  const trigger = table === undefined ? undefined : await findTrigger(db, connectionId, table)
  const tracker = await findTracker(context)
  if (connection.state !== 'active' || !hasPeer(connection) || !trigger?.isActive || !tracker)
    throw new Refusal(
      'state_conflict',
      'Records are brought in once the connection is active, and rules with an active trigger are published.',
    )
  return { connection, trigger, tracker }
}

/** How many match now. Throws `query_invalid`, `access_missing`. */
export async function countMatching({ tracker, trigger: { table, query } }: Countable): Promise<number> {
  const checked = await tracker.check(table, query)
  if (checked.kind === 'refused') throw new Refusal(checked.code, checked.message)
  return checked.count
}

const PAGE = 500
/** Of so many each is looked at; of more it is estimated how many are paired. */
const LOOKED_AT = 4 * PAGE

/** Throws as `requireCountable` and `countMatching`. */
export async function countBackfill(context: ConfigurationContext, connectionId: string): Promise<BackfillCount> {
  const countable = await requireCountable(context, connectionId)
  const { table } = countable.trigger
  const matching = await countMatching(countable)
  const perMinute = BACKFILL_RATE.usual
  if (matching <= LOOKED_AT) {
    const paired = await countPaired(context, countable)
    return { ...paired, isExact: true, perMinute }
  }
  const paired = await countPairedOf(context.database.db, { connectionId, table })
  return { matching, paired: Math.min(matching, paired), isExact: false, perMinute }
}

async function countPaired(
  { database }: ConfigurationContext,
  { connection, tracker, trigger: { table, query } }: Countable,
): Promise<{ readonly matching: number; readonly paired: number }> {
  let [matching, paired] = [0, 0]
  let behind: string | undefined
  for (;;) {
    const page = await tracker.list({ table, query, behind, most: PAGE })
    if (page.kind === 'refused') throw new Refusal(page.code, page.message)
    const ids = page.records.map(({ id }) => id)
    matching += ids.length
    paired += (await findPairedIds(database.db, { connectionId: connection.id, table }, ids)).size
    behind = ids.at(-1)
    if (ids.length < PAGE) return { matching, paired }
  }
}
