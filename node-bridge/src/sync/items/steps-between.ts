import type { ItemEventName, MessageKind, Outcome } from '@accord/shared/sync'

import { hasEnded } from '../pairs/pair-state.ts'
import type { Path, SyncPair } from '../pairs/sync-pair.ts'

/**
 * A line of a pair's history. `code`: why a pair waits for a person. `paths`: which a message
 * has changed, or both sides had. `mid`: of the message that it is about, the same at both companies.
 */
export interface Step {
  readonly event: ItemEventName
  readonly code?: string
  readonly paths?: readonly Path[]
  readonly ignored?: readonly Path[]
  readonly mid?: string
  /** Of a message that begins here. */
  readonly kind?: MessageKind
  readonly seq?: number
  /** When our record was read for a message that is sent. */
  readonly recordMs?: number
  /** When our record was read of which the other side has everything now. */
  readonly readMs?: number
}

type StepFinder = (before: SyncPair, after: SyncPair, theirs: Outcome | undefined) => Step | undefined | false

/** In the order in which they happen. */
const STEPS: readonly StepFinder[] = [
  (before, after) => isRetried(before, after) && { event: 'retried', ...midOf(heldIn(before) ? after.inbound : null) },
  // While a plan is being written, the notice is of our own writing.
  (before, after) =>
    !before.dirty && after.dirty && !after.inbound && !isConcluded(before, after) && { event: 'changed' },
  (before, after) => before.state !== 'comparing' && after.state === 'comparing' && { event: 'comparing' },
  (before, after) => after.sentSeq > before.sentSeq && sent(after),
  (before, after) =>
    phaseOf(before) === 'sending' && phaseOf(after) === 'received' && { event: 'arrived', ...midOf(after.outbound) },
  (before, after) => phaseOf(before) !== 'held' && phaseOf(after) === 'held' && heldThere(after),
  (before, after, theirs) => isAnswered(before, after) && answered(before, after, theirs),
  // A newer message may have taken the place of one in quarantine.
  (before, after) => before.inbound?.mid !== after.inbound?.mid && received(after),
  (before, after) =>
    inboundOf(before) !== 'planned' && inboundOf(after) === 'planned' && { event: 'planned', ...midOf(after.inbound) },
  (before, after) => isConcluded(before, after) && concluded(after),
  (before, after) => contested(before, after, 'kept'),
  (before, after) => contested(before, after, 'overwritten'),
  (before, after) => overwrittenUnreported(before, after),
  (before, after) => !heldIn(before) && held(after.inbound),
  (before, after) => !before.fault && after.fault !== null && { event: 'held', code: after.fault.code },
  (before, after) => isDeletedToo(before, after) && { event: 'deletedThere' },
  (before, after) =>
    before.state !== after.state &&
    hasEnded(after) &&
    (isDeletedToo(before, after) ? { event: 'deletedHere' } : ended(after)),
]

/** What has happened to a pair when one is written over the other. `theirs`: what a result has said of our message. */
export const stepsBetween = (before: SyncPair, after: SyncPair, theirs?: Outcome): readonly Step[] =>
  STEPS.flatMap((step) => step(before, after, theirs) || [])

const midOf = (message: { readonly mid: string } | null) => (message ? { mid: message.mid } : {})

function sent({ outbound }: SyncPair): Step | undefined {
  if (!outbound) return undefined
  const { mid, kind, seq, hashes, readMs } = outbound
  const read = readMs === undefined ? {} : { recordMs: readMs }
  return { event: 'sent', mid, kind, seq, paths: Object.keys(hashes.paths), ...read }
}

/** A message of the other side, with which a pair may begin here. */
export function received({ inbound }: SyncPair): Step | undefined {
  if (!inbound) return undefined
  const { mid, kind, seq, changed } = inbound
  return { event: 'received', mid, kind, seq, paths: changed }
}

const phaseOf = ({ outbound }: SyncPair) => outbound?.phase
const inboundOf = ({ inbound }: SyncPair) => inbound?.phase
const heldIn = (pair: SyncPair): boolean => inboundOf(pair) === 'quarantined'

const isRetried = (before: SyncPair, after: SyncPair): boolean =>
  (before.fault !== null && after.fault === null && after.dirty) ||
  (heldIn(before) && inboundOf(after) === 'waiting' && before.inbound?.seq === after.inbound?.seq)

const isConcluded = (before: SyncPair, after: SyncPair): boolean =>
  after.doneSeq > before.doneSeq && after.answer !== null && after.answer.seq === after.doneSeq

function concluded({ answer }: SyncPair): Step | undefined {
  switch (answer?.outcome) {
    case 'applied':
      return { event: 'applied', ...midOf(answer), ...(answer.ignored && { ignored: answer.ignored }) }
    case 'stopped':
    case 'skipped':
      return { event: answer.outcome, ...midOf(answer) }
    default:
      return undefined
  }
}

/** Both sides had changed these paths: people find in the history whose value stands. */
function contested(before: SyncPair, after: SyncPair, event: 'kept' | 'overwritten'): Step | undefined {
  const isWritten = isConcluded(before, after) && after.answer?.outcome === 'applied'
  const paths = isWritten && before.inbound?.phase === 'planned' ? before.inbound.plan.onceWritten?.[event] : undefined
  return paths && paths.length > 0 ? { event, paths, ...midOf(after.answer) } : undefined
}

/** A plan may have overwritten these and was never reported: the pair has begun anew, and nobody else will say so. */
function overwrittenUnreported({ inbound }: SyncPair, after: SyncPair): Step | undefined {
  const isLeft = inbound?.phase === 'planned' && after.inbound?.mid !== inbound.mid && after.doneSeq < inbound.seq
  const { overwritten: paths = [] } = inbound ?? {}
  return isLeft && paths.length > 0 ? { event: 'overwritten', paths, ...midOf(inbound) } : undefined
}

/** Our message is through at the other side: it was on its way, and the pair goes on. */
const isAnswered = (before: SyncPair, after: SyncPair): boolean =>
  before.outbound !== null &&
  before.outbound.kind !== 'unlink' &&
  after.outbound?.seq !== before.outbound.seq &&
  after.epochs.ours === before.epochs.ours &&
  after.sentSeq >= before.sentSeq

function answered({ outbound }: SyncPair, after: SyncPair, theirs: Outcome | undefined): Step | undefined {
  if (hasEnded(after)) return undefined
  const about = midOf(outbound)
  if (theirs === 'skipped') return { event: 'skippedThere', ...about }
  if (theirs === 'stopped' || after.state === 'declined') return { event: 'stoppedThere', ...about }
  return { event: 'appliedThere', ...about, ...(outbound?.readMs !== undefined && { readMs: outbound.readMs }) }
}

const heldThere = ({ outbound }: SyncPair): Step | undefined =>
  outbound?.phase === 'held' ? { event: 'heldThere', code: outbound.class, mid: outbound.mid } : undefined

const held = (inbound: SyncPair['inbound']): Step | undefined =>
  inbound?.phase === 'quarantined' ? { event: 'held', code: inbound.fault.code, mid: inbound.mid } : undefined

/** The other record was deleted, and ours as well: by somebody, or since our rules wanted that. */
const isDeletedToo = (before: SyncPair, after: SyncPair): boolean =>
  before.inbound?.kind === 'delete' && after.inbound === null && after.answer?.outcome === 'gone'

function ended({ state }: SyncPair): Step {
  if (state === 'deleted_here') return { event: 'deletedHere' }
  return { event: state === 'deleted_there' ? 'deletedThere' : 'unlinked' }
}
