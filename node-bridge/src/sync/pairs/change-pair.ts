import { hasEnded, isKnownThere, moved } from './pair-state.ts'
import type { MessageContent } from './message-content.ts'
import { NO_TURNS, type SyncPair } from './sync-pair.ts'

/** A change notice, a person or new rules: look at the record. What was in quarantine is tried again, but for a ping-pong. */
export function markDirty(pair: SyncPair): SyncPair {
  if (hasEnded(pair)) return pair
  return { ...pair, dirty: true, fault: pair.fault?.code === 'ping_pong' ? pair.fault : null }
}

/** What a change scan found: a version that nobody has looked at is as good as a notice, for what is in quarantine, too. */
export const noteScanned = (pair: SyncPair, version: string): SyncPair =>
  version === pair.seenVersion || (pair.dirty && !isHeldByRecord(pair)) ? pair : markDirty(pair)

const isHeldByRecord = ({ fault }: SyncPair): boolean => fault !== null && fault.code !== 'ping_pong'

/** A person retries what we send, a ping-pong, too; what came here through others goes on as a change of our own then. */
export const retryOutgoing = (pair: SyncPair, nowMs: number): SyncPair =>
  hasEnded(pair) ? pair : { ...pair, dirty: true, fault: null, turns: NO_TURNS, acknowledgedMs: nowMs }

/** Ends the pair; both records stay. The message, if there is anybody to receive it, is sent whatever is on its way. */
export function unlinkPair(
  pair: SyncPair,
  mid: string,
): { readonly pair: SyncPair; readonly message?: MessageContent & { readonly kind: 'unlink' } } {
  if (pair.state === 'unlinked') return { pair }
  const ended = { ...moved(pair, 'unlink'), dirty: false, fault: null, inbound: null, outbound: null }
  if (!isKnownThere(pair)) return { pair: ended }
  const { epochs, doneSeq } = pair
  const seq = pair.sentSeq + 1
  const hashes = { paths: {}, comments: {}, files: {} }
  return {
    pair: { ...ended, sentSeq: seq, outbound: { phase: 'sending', kind: 'unlink', seq, mid, hashes } },
    message: { kind: 'unlink', mid, epoch: epochs.ours, peerEpoch: epochs.theirs, seq, ack: doneSeq },
  }
}
