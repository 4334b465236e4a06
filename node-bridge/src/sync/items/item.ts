import { type ItemCause, type Outcome, SYNC_LIMITS } from '@accord/shared/sync'

import { enqueue } from '../../jobs/job-table.ts'
import type { Db } from '../../store/engine/tables.ts'
import { deleteStepsOf } from '../../store/sync/script-steps.ts'
import { insertPair, replacePair, type StoredPair } from '../../store/sync/sync-pairs.ts'
import type { Vault } from '../../vault/vault.ts'
import { afterRestore } from '../pairs/begin-anew.ts'
import { isToCompare } from '../pairs/compare-anew.ts'
import { hasWork } from '../pairs/pair-state.ts'
import type { Path, SyncPair } from '../pairs/sync-pair.ts'
import { emptyPair } from './empty-pair.ts'
import { type FaultDetails, sealDetails } from './fault-detail.ts'
import { keepMessages } from './keep-messages.ts'
import type { PlannedChange } from './planned-change.ts'
import { type FileChanges, keepFiles } from './pair-files.ts'
import type { RanRules } from './ran-rules.ts'
import { statusOf } from './status-of.ts'
import { detailed } from './step-details.ts'
import { received, type Step, stepsBetween } from './steps-between.ts'
import type { SyncContext } from './sync-context.ts'
import { writeHistory } from './write-history.ts'

/** A pair with all that is kept of it. */
export interface Item {
  readonly stored: StoredPair
  readonly pair: SyncPair
}

/** A pair of a life of the database before this one begins anew. */
export const itemOf = (stored: StoredPair, epoch: number): Item => ({
  stored,
  pair: afterRestore(stored.pair as SyncPair, epoch),
})

const outboundContext = (id: string) => `sync-outbound:${id}`
const inboundContext = (id: string) => `sync-inbound:${id}`

/** The text of our message on its way. */
export const outboundTextOf = (vault: Vault, { id, outboundSealed }: StoredPair): string | undefined =>
  outboundSealed === null ? undefined : vault.open(outboundSealed, outboundContext(id))

/** The text of the message that came in. */
export const inboundTextOf = (vault: Vault, { id, inboundSealed }: StoredPair): string | undefined =>
  inboundSealed === null ? undefined : vault.open(inboundSealed, inboundContext(id))

export interface Change extends FileChanges {
  readonly pair: SyncPair
  /** Texts of messages that are new. One that the pair holds no more is dropped in any case. */
  readonly outbound?: string
  readonly inbound?: string
  readonly recordId?: string
  /** What people call our record. */
  readonly local?: { readonly key: string; readonly url?: string | undefined }
  /** What helps a person with a fault that is new. */
  readonly details?: FaultDetails
  /** Which rules were asked, whatever came of it. */
  readonly ran?: RanRules
  /** Which rules it waits for a person by. */
  readonly ranRules?: RanRules | undefined
  /** Who has done it, where it was a person. */
  readonly actor?: string
  /** A person has edited the message that waits. */
  readonly isEdited?: true
  /** The work on it goes on: how often it has failed still counts. */
  readonly isStep?: true
  /** What the other side says that it has made of our message, and which of its paths its rules never read. */
  readonly theirOutcome?: Outcome
  readonly theirIgnored?: readonly Path[]
  /** What has brought it about, where it was no person. */
  readonly cause?: ItemCause
  /** What is about to be written, and with its values where those are kept. */
  readonly planned?: PlannedChange
  /** The other side was asked after its result just now. */
  readonly hasAsked?: true
}

/** Writes a pair over what was read. False where somebody else was faster: nothing is written, and what was decided is void. */
export async function saveItem(
  context: SyncContext,
  transaction: Db,
  { stored }: Item,
  change: Change,
): Promise<boolean> {
  const next = withChange(context, stored, change)
  if (!(await replacePair(transaction, next, context.now()))) return false
  const between = stepsBetween(stored.pair as SyncPair, change.pair, change.theirOutcome)
  const edited = { event: 'edited', ...(change.pair.inbound && { mid: change.pair.inbound.mid }) } as const
  const steps: readonly Step[] = change.isEdited ? [edited, ...between] : between
  await writeHistory(context, transaction, stored, detailed(steps, change), change.actor)
  await keepFiles(context, transaction, stored.pair as SyncPair, next, change)
  await keepMessages(context, transaction, stored, change, {
    out: () => outboundTextOf(context.vault, stored),
    in: () => inboundTextOf(context.vault, stored),
  })
  if (isThrough(stored.pair as SyncPair, change.pair)) await deleteStepsOf(transaction, stored.id)
  await enqueueSending(transaction, next)
  return true
}

/** What a script has written midway is of no use, and holds what the record says. */
const isThrough = ({ inbound }: SyncPair, after: SyncPair): boolean =>
  inbound?.stores !== undefined && after.inbound?.mid !== inbound.mid

export interface NewItem extends Change {
  readonly connectionId: string
  readonly pairId: string
  readonly table: string
}

/** False where the pair, or one of this record and connection, is there already. */
export async function addItem(
  context: SyncContext,
  transaction: Db,
  { connectionId, pairId, table, ...change }: NewItem,
): Promise<boolean> {
  const stored = withChange(
    context,
    emptyPair({ connectionId, pairId, table, pair: change.pair }, context.now()),
    change,
  )
  if (!(await insertPair(transaction, stored))) return false
  const began: Step = received(change.pair) ?? { event: 'began' }
  await writeHistory(context, transaction, stored, detailed([began], change), change.actor)
  await enqueueSending(transaction, stored)
  return true
}

function withChange({ vault, now }: SyncContext, stored: StoredPair, change: Change): StoredPair {
  const { pair, outbound, inbound, recordId, local } = change
  const { id } = stored
  const before = stored.pair as SyncPair
  const isApplied = pair.doneSeq > before.doneSeq && pair.answer?.outcome === 'applied'
  const ours = local ?? (isApplied ? pair.answer?.record : undefined)
  return {
    ...stored,
    pair,
    state: pair.state,
    fault: faultOf(pair),
    recordId: recordId ?? stored.recordId,
    outboundSealed:
      pair.outbound && (outbound === undefined ? stored.outboundSealed : vault.seal(outbound, outboundContext(id))),
    inboundSealed:
      pair.inbound && (inbound === undefined ? stored.inboundSealed : vault.seal(inbound, inboundContext(id))),
    dueAt: hasWork(pair) ? now() : null,
    failures: change.isStep ? stored.failures : 0,
    sendAt: sendAtOf(stored, change, now()),
    localKey: ours ? ours.key : stored.localKey,
    localUrl: ours ? (ours.url ?? null) : stored.localUrl,
    remoteKey: pair.remote?.key ?? null,
    status: statusOf(pair),
    lastOutAt: pair.sentSeq > before.sentSeq ? now() : stored.lastOutAt,
    lastInAt: isApplied ? now() : stored.lastInAt,
    faultSealed: sealDetails(vault, stored, pair, change.details ?? {}),
    isToCompare: isToCompare(pair),
    isReportDue: stored.isReportDue || isNews(stored, pair) || (recordId ?? stored.recordId) !== stored.recordId,
  }
}

/** Do people of the tracker see another pair now? */
function isNews({ pair: known }: StoredPair, pair: SyncPair): boolean {
  const before = known as SyncPair
  return (
    before.state !== pair.state ||
    before.remote?.key !== pair.remote?.key ||
    before.remote?.url !== pair.remote?.url ||
    faultOf(before) !== faultOf(pair) ||
    before.doneSeq !== pair.doneSeq ||
    before.outbound?.seq !== pair.outbound?.seq ||
    // The tracker deletes no record that it does not know as one of this pair.
    (before.inbound?.kind !== 'delete' && pair.inbound?.kind === 'delete')
  )
}

const faultOf = ({ fault, inbound }: SyncPair): string | null =>
  fault?.code ?? (inbound?.phase === 'quarantined' ? inbound.fault.code : null)

/** When the other side has to receive something: what is new at once, a question after a result that does not come later. */
function sendAtOf({ pair: before, sendAt }: StoredPair, { pair, hasAsked }: Change, now: Date): Date | null {
  const { outbound, answer } = pair
  if (outbound?.phase === 'sending' || (answer && !answer.acknowledged)) return now
  if (outbound?.phase !== 'received') return null
  const known = (before as SyncPair).outbound
  const isAwaited = known?.phase === 'received' && known.seq === outbound.seq && !hasAsked
  return isAwaited && sendAt ? sendAt : new Date(now.getTime() + SYNC_LIMITS.askAgainMs)
}

const enqueueSending = async (transaction: Db, { connectionId, sendAt }: StoredPair): Promise<void> => {
  if (sendAt) await enqueue(transaction, 'sendExchange', { connectionId }, sendAt)
}
