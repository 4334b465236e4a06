import { has, withHashes, withState, without } from './hashes.ts'
import type { SyncPair, NotedPlan } from './sync-pair.ts'

/** The other side is through with our message: it knows what the message held, whatever it made of that. */
export const settleOutbound = (pair: SyncPair): SyncPair =>
  pair.outbound
    ? {
        ...pair,
        outbound: null,
        synced: withState(pair.synced, pair.outbound.hashes),
        dirty: pair.dirty || pair.outbound.phase === 'held',
        ...(pair.outbound.readMs !== undefined && { acknowledgedMs: pair.outbound.readMs }),
      }
    : pair

/** The other side has taken everything up to `ack`, as one of its own messages says. */
export function receiveAck(pair: SyncPair, ack: number): SyncPair {
  const next = { ...pair, unacknowledged: without(pair.unacknowledged, (_path, seq) => seq <= ack) }
  return next.outbound && next.outbound.seq <= ack ? settleOutbound(next) : next
}

/**
 * A plan of theirs has written these paths here. What our message on its way says of them is older than that, so its result
 * teaches us nothing about them any more.
 */
export function overrule(pair: SyncPair, { settles }: NotedPlan): SyncPair {
  const synced = { ...pair.synced, paths: withHashes(pair.synced.paths, settles) }
  if (!pair.outbound) return { ...pair, synced }
  const paths = without(pair.outbound.hashes.paths, (path) => has(settles, path))
  return { ...pair, synced, outbound: { ...pair.outbound, hashes: { ...pair.outbound.hashes, paths } } }
}
