import type { ItemEventName, Outcome } from '@accord/shared/sync'

import { hasEnded } from '../pairs/pair-state.ts'
import type { Path, SyncPair } from '../pairs/sync-pair.ts'

/** A line of a pair's history. `code`: why a pair waits for a person. `paths`: which both sides had changed. */
export interface Step {
  readonly event: ItemEventName
  readonly code?: string
  readonly paths?: readonly Path[]
  /** When our record was read of which the other side has everything now. */
  readonly readMs?: number
}

type StepFinder = (before: SyncPair, after: SyncPair, theirs: Outcome | undefined) => Step | undefined | false

/** In the order in which they happen. */
const STEPS: readonly StepFinder[] = [
  (before, after) => isRetried(before, after) && { event: 'retried' },
  // While a plan is being written, the notice is of our own writing.
  (before, after) =>
    !before.dirty && after.dirty && !after.inbound && !isConcluded(before, after) && { event: 'changed' },
  (before, after) => before.state !== 'comparing' && after.state === 'comparing' && { event: 'comparing' },
  (before, after) => after.sentSeq > before.sentSeq && after.outbound !== null && { event: 'sent' },
  (before, after) => phaseOf(before) === 'sending' && phaseOf(after) === 'received' && { event: 'arrived' },
  (before, after) => phaseOf(before) !== 'held' && phaseOf(after) === 'held' && heldThere(after),
  (before, after, theirs) => isAnswered(before, after) && answered(before, after, theirs),
  (before, after) => inboundOf(before) === undefined && inboundOf(after) !== undefined && { event: 'received' },
  (before, after) => inboundOf(before) !== 'planned' && inboundOf(after) === 'planned' && { event: 'planned' },
  (before, after) => isConcluded(before, after) && concluded(after),
  (before, after) => contested(before, after, 'kept'),
  (before, after) => contested(before, after, 'overwritten'),
  (before, after) => inboundOf(before) !== 'quarantined' && held(after.inbound),
  (before, after) => !before.fault && after.fault !== null && { event: 'held', code: after.fault.code },
  (before, after) => before.state !== after.state && hasEnded(after) && ended(after),
]

/** What has happened to a pair when one is written over the other. `theirs`: what a result has said of our message. */
export const stepsBetween = (before: SyncPair, after: SyncPair, theirs?: Outcome): readonly Step[] =>
  STEPS.flatMap((step) => step(before, after, theirs) || [])

const phaseOf = ({ outbound }: SyncPair) => outbound?.phase
const inboundOf = ({ inbound }: SyncPair) => inbound?.phase

const isRetried = (before: SyncPair, after: SyncPair): boolean =>
  (before.fault !== null && after.fault === null && after.dirty) ||
  (inboundOf(before) === 'quarantined' && inboundOf(after) === 'waiting' && before.inbound?.seq === after.inbound?.seq)

const isConcluded = (before: SyncPair, after: SyncPair): boolean =>
  after.doneSeq > before.doneSeq && after.answer !== null && after.answer.seq === after.doneSeq

function concluded({ answer }: SyncPair): Step | undefined {
  switch (answer?.outcome) {
    case 'applied':
      return { event: 'applied' }
    case 'stopped':
      return { event: 'stopped' }
    case 'skipped':
      return { event: 'skipped' }
    default:
      return undefined
  }
}

/** Both sides had changed these paths: people find in the history whose value stands. */
function contested(before: SyncPair, after: SyncPair, event: 'kept' | 'overwritten'): Step | undefined {
  const isWritten = isConcluded(before, after) && after.answer?.outcome === 'applied'
  const paths = isWritten && before.inbound?.phase === 'planned' ? before.inbound.plan.onceWritten?.[event] : undefined
  return paths && paths.length > 0 ? { event, paths } : undefined
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
  if (theirs === 'skipped') return { event: 'skippedThere' }
  if (theirs === 'stopped' || after.state === 'declined') return { event: 'stoppedThere' }
  return { event: 'appliedThere', ...(outbound?.readMs !== undefined && { readMs: outbound.readMs }) }
}

const heldThere = ({ outbound }: SyncPair): Step | undefined =>
  outbound?.phase === 'held' ? { event: 'heldThere', code: outbound.class } : undefined

const held = (inbound: SyncPair['inbound']): Step | undefined =>
  inbound?.phase === 'quarantined' ? { event: 'held', code: inbound.fault.code } : undefined

function ended({ state }: SyncPair): Step {
  if (state === 'deleted_here') return { event: 'deletedHere' }
  return { event: state === 'deleted_there' ? 'deletedThere' : 'unlinked' }
}
