import type { RawLimit } from '../measurements/raw-limit.ts'
import type { Against } from './figure.ts'

/** What an exchange cannot do without: its signatures, and the HTTP calls that a process answers. */
export interface Floor {
  readonly signs: number
  readonly verifies: number
  readonly keys: number
  readonly calls: number
}

/** At the source, PROTOCOL.md §5.1: request, proof and identity verified, a key made, the grant signed. */
export const REDEEM: Floor = { signs: 1, verifies: 3, keys: 1, calls: 1 }

/** A redeem that comes too late: it is read and verified before it is refused. */
export const LATE_REDEEM: Floor = { signs: 0, verifies: 3, keys: 0, calls: 1 }

/** A code or a redeem whose first signature does not fit. */
export const GARBAGE: Floor = { signs: 0, verifies: 1, keys: 0, calls: 1 }

/** One signed call at the side that learns it: request verified, answer signed. */
export const SIGNED_CALL: Floor = { signs: 1, verifies: 1, keys: 0, calls: 1 }

/**
 * Both sides: code made and read, redeem (three signatures), grant, confirm and its answer; the keys of the invitation
 * and of each side; initiate, accept, redeem and confirm as calls. The callbacks to the instances come on top.
 */
export const HANDSHAKE: Floor = { signs: 7, verifies: 7, keys: 3, calls: 4 }

/** The source's share of it: code made, redeem and confirm answered. */
export const HANDSHAKE_AT_A: Floor = { signs: 3, verifies: 4, keys: 2, calls: 3 }

/** Of a record that is in sync, both sides: the message signed and verified, it and its result as calls. Commits come on top. */
export const CHANGE: Floor = { signs: 1, verifies: 1, keys: 0, calls: 2 }

/**
 * SQL statements of one side: four steps that must outlast a crash (at A the code issued, redeemed, active, the instance
 * informed; at B the code accepted, granted, active, the instance informed), each a begin, a write and a commit.
 */
export const STATEMENTS_OF_A_SIDE: Against = { value: 12, to: 'four durable steps' }

/** Milliseconds of one core, by the raw limit of the same run: no implementation in this runtime can be below it. */
export const floorMs = ({ signs, verifies, keys, calls }: Floor, raw: RawLimit): number =>
  (signs * raw.signUs + verifies * raw.verifyUs + keys * raw.createKeyUs + calls * raw.httpCpuUs) / 1000

/** In ms: how long it takes one core at least to answer so many that came together. */
export const floorOf = (work: Floor, raw: RawLimit, together = 1): Against => ({
  value: floorMs(work, raw) * together,
  to: together === 1 ? 'floor' : `floor of ${together}`,
})

/** Per second of one core that does nothing else. */
export const floorRateOf = (work: Floor, raw: RawLimit): Against => ({
  value: 1000 / floorMs(work, raw),
  to: 'floor of one core',
})
