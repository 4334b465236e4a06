import { SYNC_LIMITS } from '@accord/shared/sync'

import type { SyncPair } from './sync-pair.ts'

/** More than these it has come through no record has whose change may go further: the next is added by who sends. */
const MOST = SYNC_LIMITS.via - 1

/**
 * The instances through which came what `others`, the pairs of the same record on other connections, have brought since the other
 * side of `pair` last had everything. A first message makes a record, so it counts in any case through whom this one came to be. What is
 * being written may stand in the record already.
 */
export function cameThrough(pair: SyncPair, others: readonly SyncPair[]): readonly (readonly string[])[] {
  const isFirst = pair.state === 'starting' || pair.state === 'declined'
  return others.flatMap(({ inbound, brought, origin }) => [
    ...(isFirst && origin ? [origin] : []),
    ...(inbound?.phase === 'planned' && inbound.via ? [inbound.via] : []),
    ...(brought && brought.atMs >= (pair.acknowledgedMs ?? 0) ? [brought.via] : []),
  ])
}

/**
 * What a message says of that; undefined where it goes no further: it has come through as many as a change may, or has left here
 * before. `own`: of `passerUidOf`.
 */
export function viaOf(ways: readonly (readonly string[])[], own: string): readonly string[] | undefined {
  if (ways.some((way) => way.length > MOST || way.includes(own))) return undefined
  // Of many ways at once the newest names stay.
  return [...new Set(ways.flat())].slice(-MOST)
}
