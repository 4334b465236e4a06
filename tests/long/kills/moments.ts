import type { Moment } from '../../../node-bridge/test/faults/kills/moment.ts'

/** Every step of the handshake at which something is in one place and not yet in the other. */
export const MOMENTS: readonly Moment[] = [
  { kind: 'accepting', afterMs: 3 },
  { kind: 'accepting', afterMs: 30 },
  { kind: 'accepting', afterMs: 120 },
  { kind: 'call', call: 'redeem', step: 'arrived' },
  { kind: 'call', call: 'redeem', step: 'answered' },
  { kind: 'call', call: 'confirm', step: 'arrived' },
  { kind: 'call', call: 'confirm', step: 'answered' },
  { kind: 'event', side: 'source', state: 'active' },
  { kind: 'event', side: 'destination', state: 'active' },
]
