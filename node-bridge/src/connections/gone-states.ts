import type { ConnectionState } from '@accord/shared/protocol'

/** States in which a caller with the connection's key hears that it is over. */
export const GONE_STATES: ReadonlySet<ConnectionState> = new Set<ConnectionState>([
  'abandoned',
  'terminating',
  'terminated',
  'terminated_by_peer',
])
