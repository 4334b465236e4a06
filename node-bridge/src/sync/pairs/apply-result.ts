import type { Outcome, QuarantineClass } from '@accord/shared/sync'

import { afterForgetting } from './begin-anew.ts'
import { hasEnded, moved } from './pair-state.ts'
import { receiveEpoch } from './receive-message.ts'
import { settleOutbound } from './settle-outbound.ts'
import type { Outbound, Path, RemoteRecord, SyncPair } from './sync-pair.ts'

/** What the other side says of our message, PROTOCOL.md §11.5. `epoch` and `seq` are ours, `peerEpoch` is theirs. */
export interface ReceivedResult {
  readonly epoch: number
  readonly peerEpoch: number
  readonly seq: number
  readonly outcome: Outcome
  readonly record?: RemoteRecord
  readonly ignored?: readonly Path[]
  readonly class?: QuarantineClass
}

/**
 * The other side is through with our message, or cannot go on with it. Whatever this changes, the caller acknowledges the
 * result: one that is late or doubled changes nothing.
 */
export function applyResult(known: SyncPair, result: ReceivedResult): SyncPair {
  if (result.epoch < known.epochs.ours || result.peerEpoch < known.epochs.theirs) return known
  const pair = receiveEpoch(known, result.peerEpoch)
  if (result.epoch > pair.epochs.ours) return afterForgetting(pair, result.epoch)
  if (pair.epochs.theirs !== known.epochs.theirs && known.epochs.theirs !== 0) return pair
  if (result.seq > pair.sentSeq) return afterForgetting(pair, result.epoch)
  if (pair.outbound?.seq !== result.seq) return pair
  const settled = settle(pair, pair.outbound, result)
  // Nobody looks at the record of a pair that is over.
  return hasEnded(settled) ? { ...settled, dirty: false } : settled
}

function settle(pair: SyncPair, outbound: Outbound, result: ReceivedResult): SyncPair {
  const { outcome } = result
  switch (outcome) {
    case 'quarantined':
      return hold(pair, outbound, result.class ?? 'rules')
    case 'gone':
      return { ...moved({ ...pair, outbound: null }, 'peerRecordGone'), dirty: false }
    case 'unlinked':
      return { ...moved({ ...pair, outbound: null }, 'peerUnlinked'), dirty: false }
    case 'stopped':
      return moved(settleOutbound(pair), 'stopped')
    case 'skipped':
      return settleOutbound(pair)
    case 'applied':
      return { ...moved(settleOutbound(pair), 'applied'), remote: result.record ?? pair.remote, target: null }
  }
}

const hold = (pair: SyncPair, { kind, seq, mid, hashes }: Outbound, why: QuarantineClass): SyncPair => ({
  ...pair,
  outbound: { phase: 'held', class: why, kind, seq, mid, hashes },
})
