import type { BeginBulkRequest, BulkCheck, Bulks, ChangeBulkRequest, CheckBulkRequest } from '@accord/shared/schemas'
import type { BulkState } from '@accord/shared/sync'

import { recordAudit } from '../../audit/record-audit.ts'
import { enqueue } from '../../jobs/job-table.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { type BulkRecord, changeBulkFrom, countOpenBulks, findBulk, insertBulk } from '../../store/sync/bulks.ts'
import { countQueue, pageQueue } from '../../store/sync/queued-pairs.ts'
import { describeItem } from '../items/describe-item.ts'
import { itemOf } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { listBulks } from './list-bulks.ts'

const SAMPLE = 20
/** Each takes its pages beside the others; more than a person looks after are a mistake. */
const OPEN = 5
const MINUTE_MS = 60_000

type Meant = Pick<BulkRecord, 'filter' | 'connectionId' | 'table' | 'cause' | 'unmovedSince'>

/** Those to which nothing has happened since `asOf`, or for longer. Only what waits here can be tried again or skipped. */
const meantBy = (
  { step, filter, connectionId, table, cause, unmovedMinutes = 0 }: Omit<CheckBulkRequest, 'actor'>,
  asOf: Date,
): Meant => {
  // Nobody unlinks everything that this node holds by leaving a field empty.
  if (filter === 'all' && (step !== 'unlink' || connectionId === undefined))
    throw new Refusal('malformed', 'All pairs are unlinked of one connection: name it.')
  return {
    filter: step === 'unlink' ? filter : 'held',
    connectionId,
    table,
    cause,
    unmovedSince: new Date(asOf.getTime() - unmovedMinutes * MINUTE_MS),
  }
}

/** With how many pairs it would be done, and with which. Writes nothing. */
export async function checkBulk(context: SyncContext, request: CheckBulkRequest): Promise<BulkCheck> {
  const { database, vault, epoch, now } = context
  const asOf = now()
  const meant = meantBy(request, asOf)
  const { pairs } = await pageQueue(database.db, { ...meant, after: undefined, limit: SAMPLE })
  return {
    asOf: asOf.toISOString(),
    count: await countQueue(database.db, meant),
    sample: pairs.map((stored) => describeItem(vault, itemOf(stored, epoch))),
  }
}

/** Throws `state_conflict` where none is meant any longer, or too much is under way. */
export async function beginBulk(context: SyncContext, { asOf, actor, ...request }: BeginBulkRequest): Promise<Bulks> {
  const { database, now } = context
  const at = now()
  // Nobody has seen what comes later, whatever clock the check was asked by.
  const meant = meantBy(request, new Date(Math.min(Date.parse(asOf), at.getTime())))
  const { step } = request
  await database.transaction(async (transaction) => {
    const total = await countQueue(transaction, meant)
    if (total === 0) throw new Refusal('state_conflict', 'None of these pairs waits for that any longer: check again.')
    if ((await countOpenBulks(transaction)) >= OPEN)
      throw new Refusal('state_conflict', 'Five of these are under way or paused: let one end, or cancel it.')
    const id = await insertBulk(transaction, { ...meant, step, total, beganAt: at, beganBy: actor })
    const { connectionId, table, cause, filter, unmovedSince } = meant
    const narrowed = { ...(connectionId && { connectionId }), ...(table && { table }), ...(cause && { cause }) }
    const details = { bulkId: id, total, filter, ...narrowed, asOf: unmovedSince.toISOString() }
    await recordAudit(transaction, { at, actor, action: 'sync.bulkBegan', subject: step, details })
    await enqueue(transaction, 'takeBulk', { bulkId: id }, at)
  })
  return listBulks(context)
}

const STEPS: Readonly<
  Record<ChangeBulkRequest['step'], { readonly from: readonly BulkState[]; readonly to: BulkState }>
> = {
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  cancel: { from: ['running', 'paused'], to: 'cancelled' },
}

/** A page that is being taken at this moment is taken back. Throws `state_conflict` where it does not stand so. */
export async function changeBulk(context: SyncContext, id: string, { step, actor }: ChangeBulkRequest): Promise<Bulks> {
  const { database, now } = context
  const at = now()
  const { from, to } = STEPS[step]
  await database.transaction(async (transaction) => {
    const bulk = await findBulk(transaction, id)
    if (!bulk || !(await changeBulkFrom(transaction, { id, from, to, at })))
      throw new Refusal('state_conflict', 'It has come to its end, or does not stand so any longer.')
    const details = { bulkId: id, step, seen: bulk.seen, changed: bulk.changed, total: bulk.total }
    const action = to === 'cancelled' ? 'sync.bulkEnded' : 'sync.bulkChanged'
    await recordAudit(transaction, { at, actor, action, subject: bulk.step, details })
    if (to === 'running') await enqueue(transaction, 'takeBulk', { bulkId: id }, at)
  })
  return listBulks(context)
}
