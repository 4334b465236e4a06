import type { RawLimit } from '../measurements/raw-limit.ts'

/** What an exchange cannot do without: its signatures, and the HTTP calls that a process answers. */
export interface Floor {
  readonly signs: number
  readonly verifies: number
  readonly keys: number
  readonly calls: number
}

/** At the source, PROTOCOL.md §5.1: request, proof and identity verified, a key made, the grant signed. */
export const REDEEM: Floor = { signs: 1, verifies: 3, keys: 1, calls: 1 }

/** One signed call at the side that hears it: request verified, answer signed. */
export const SIGNED_CALL: Floor = { signs: 1, verifies: 1, keys: 0, calls: 1 }

/**
 * Both sides: code made and read, redeem (three signatures), grant, confirm and its answer; the keys of the invitation
 * and of each side; initiate, accept, redeem and confirm as calls. The callbacks to the instances come on top.
 */
export const HANDSHAKE: Floor = { signs: 7, verifies: 7, keys: 3, calls: 4 }

/** Milliseconds of one core, by the raw limit of the same run: no implementation in this runtime can be below it. */
export const floorMs = ({ signs, verifies, keys, calls }: Floor, raw: RawLimit): number =>
  (signs * raw.signUs + verifies * raw.verifyUs + keys * raw.createKeyUs + calls * raw.httpCpuUs) / 1000
