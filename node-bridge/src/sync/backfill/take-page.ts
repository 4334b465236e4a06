import { NODE_ACTOR } from '../../connections/change-connection.ts'
import { recordAudit } from '../../audit/record-audit.ts'
import { enqueue } from '../../jobs/job-table.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import type { Db } from '../../store/engine/tables.ts'
import { advanceBackfill, type BackfillRecord, findPairedIds, type Waiting } from '../../store/sync/backfills.ts'
import type { TriggerRecord } from '../../store/sync/sync-rules.ts'
import type { ListedRecords } from '../../trackers/tracker.ts'
import { noteRecords } from '../outgoing/process-notices.ts'
import { type BackfillContext, waitFor } from './find-wait.ts'

/** Versions in one answer of the tracker: those of records that are in a pair already are come past at once. */
const LISTED = 200
/** Begun in one transaction: a quarter of a minute’s, and so many at most. */
const BATCH = 100
const MINUTE_MS = 60_000
const READ_AT_ONCE = 20

interface Paging {
  readonly connection: ConnectionRecord
  readonly trigger: TriggerRecord
  readonly backfill: BackfillRecord
  /** So many pairs may begin. */
  readonly room: number
}

type Listed = Extract<ListedRecords, { kind: 'listed' }>['records']

interface Page {
  readonly records: Listed
  readonly isLast: boolean
}

/** So many begin at once: often enough that it looks even, rarely enough that the tracker is not asked for each record. */
export const batchOf = (perMinute: number): number => Math.min(BATCH, Math.ceil(perMinute / 4))

/** Calls that so many records mean to our tracker: the list, a reading of each twenty, and what people there see of their pairs. */
export const callsFor = (records: number): number => 1 + 2 * Math.ceil(records / READ_AT_ONCE)

/** Answers why nothing was begun; undefined where it has come further. Throws what stands in the way to the tracker. */
export async function takePage(context: BackfillContext, paging: Paging): Promise<Waiting | undefined> {
  const { database, tracker } = context
  const { backfill } = paging
  const most = Math.min(paging.room, batchOf(backfill.perMinute))
  const used = await tracker.spare?.(callsFor(most))
  if (used) return waitFor('budget', used)
  const { table, query, after, connectionId } = backfill
  const listed = await tracker.list({ table, query, behind: after === '' ? undefined : after, most: LISTED })
  if (listed.kind === 'refused') return waitFor('refused', { code: listed.code })
  const ids = listed.records.map(({ id }) => id)
  const paired = await findPairedIds(database.db, { connectionId, table }, ids)
  const records = upTo(most, listed.records, paired)
  const isLast = records.length === listed.records.length && listed.records.length < LISTED
  await write(context, paging, { records, isLast })
  return undefined
}

/** From the beginning, with so many that are in no pair. */
function upTo(most: number, records: Listed, paired: ReadonlySet<string>): Listed {
  let fresh = 0
  const end = records.findIndex(({ id }) => !paired.has(id) && ++fresh > most)
  return end === -1 ? records : records.slice(0, end)
}

const OVERTAKEN = Symbol('overtaken')

/** Where a person has paused it meanwhile, or the connection rests, nothing of the page is written, and the next job finds why. */
async function write(context: BackfillContext, paging: Paging, page: Page): Promise<void> {
  const { database } = context
  const { connectionId } = paging.backfill
  try {
    await database.transaction((transaction) => writePage(context, transaction, paging, page))
  } catch (thrown) {
    if (thrown !== OVERTAKEN) throw thrown
    await database.transaction((transaction) => enqueue(transaction, 'bringIn', { connectionId }, context.now()))
  }
}

async function writePage(
  context: BackfillContext,
  transaction: Db,
  { connection, trigger, backfill }: Paging,
  { records, isLast }: Page,
): Promise<void> {
  const { connectionId, table, perMinute } = backfill
  const at = context.now()
  const notices = records.map(({ id, version }) => ({ table, id, version, triggers: [trigger.id] }))
  const begun = await noteRecords(context, transaction, notices, 'backfill')
  // Of a connection that has come to rest no pair begins, and none may be passed over for that.
  const isActive = (await findConnection(transaction, connectionId))?.state === 'active'
  const next = {
    after: records.at(-1)?.id ?? backfill.after,
    seen: backfill.seen + records.length,
    opened: backfill.opened + begun,
    movedAt: at,
    nextAt: new Date(at.getTime() + (begun * MINUTE_MS) / perMinute),
    waits: null,
  }
  if (
    !isActive ||
    !(await advanceBackfill(transaction, backfill, { ...next, ...(isLast && { state: 'done' as const }) }))
  )
    throw OVERTAKEN
  if (!isLast) return enqueue(transaction, 'bringIn', { connectionId }, next.nextAt)
  const details = { connectionId, table, query: backfill.query, seen: next.seen, opened: next.opened, outcome: 'done' }
  await recordAudit(transaction, {
    at,
    actor: NODE_ACTOR,
    action: 'sync.backfillEnded',
    subject: connection.name,
    details,
  })
}
