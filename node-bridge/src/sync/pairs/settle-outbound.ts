import { has, withHashes, withState, without } from './hashes.ts'
import type { SyncPair, NotedPlan } from './sync-pair.ts'

/** The other side is through with our message: it knows what the message told, whatever it made of that. */
export const settleOutbound = (pair: SyncPair): SyncPair =>
  pair.outbound
    ? {
        ...pair,
        outbound: null,
        synced: withState(pair.synced, pair.outbound.tells),
        dirty: pair.dirty || pair.outbound.phase === 'held',
      }
    : pair

/** The other side has taken everything up to `ack`, as one of its own messages says. */
export function hearAck(pair: SyncPair, ack: number): SyncPair {
  const heard = { ...pair, unheard: without(pair.unheard, (_path, seq) => seq <= ack) }
  return heard.outbound && heard.outbound.seq <= ack ? settleOutbound(heard) : heard
}

/**
 * A plan of theirs has written these paths here. What our message on its way says of them is older than that, so its result
 * teaches us nothing about them any more.
 */
export function overrule(pair: SyncPair, { settles }: NotedPlan): SyncPair {
  const synced = { ...pair.synced, paths: withHashes(pair.synced.paths, settles) }
  if (!pair.outbound) return { ...pair, synced }
  const paths = without(pair.outbound.tells.paths, (path) => has(settles, path))
  return { ...pair, synced, outbound: { ...pair.outbound, tells: { ...pair.outbound.tells, paths } } }
}
