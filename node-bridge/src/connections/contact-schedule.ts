import type { ConnectionState } from '@accord/shared/protocol'

/** States whose peer is called from time to time. A lost one too: it may have been away with another node in its place. */
export const CONTACTED_STATES: ReadonlySet<ConnectionState> = new Set<ConnectionState>([
  'active',
  'deactivated',
  'deactivated_by_peer',
  'deactivated_by_both',
  'peer_lost',
])

/** A half to one and a half of `everyMs` from now: connections that began together drift apart. `chance`: 0 to 1. */
export const nextContactAt = (now: Date, everyMs: number, chance = Math.random()): Date =>
  new Date(now.getTime() + Math.round(everyMs * (0.5 + chance)))
