import { z } from 'zod'
import { LIMITS } from '../protocol/index.js'
import { KeyChain } from './key-rotation.js'
import { Id, NumericDate, Sha256 } from './primitives.js'
import { PeerUrl } from './urls.js'

const Pauses = z.int().min(0).max(LIMITS.pausesMax)
/** How long the caller would wait, in milliseconds; the receiver holds its answer no longer than LIMITS.longPollMs. */
export const WaitMs = z.int().min(0).max(300_000)

/** Where the sender is since a move. `since`: second of its start there, higher for each later address. */
export const ReportedAddress = z.strictObject({ baseUrl: PeerUrl, since: NumericDate })
export type ReportedAddress = z.infer<typeof ReportedAddress>

/**
 * Body of contact, PROTOCOL.md §6.5. `pauses`: how often the sender has paused and resumed, together, so that an odd number
 * means that it pauses now. `acknowledged`: the highest `pauses` of the receiver that the sender knows. `waitMs`: the sender cannot be
 * called; the receiver holds its answer until it has news, at most so long. `key`: thumbprint of the receiver's key that the
 * sender takes, which acknowledges a `chain`. `address`: of a sender that can be called and has moved.
 */
export const ContactRequest = z.strictObject({
  pauses: Pauses,
  acknowledged: Pauses,
  waitMs: WaitMs.optional(),
  key: Sha256.optional(),
  address: ReportedAddress.optional(),
})
export type ContactRequest = z.infer<typeof ContactRequest>

/** The same of the side that answers. `chain`: its key statements (§5.10), where a caller that cannot be called has to learn of a new key. An `address` that is none takes nothing from the rest. */
export const ContactResponse = z.object({
  connectionId: Id,
  pauses: Pauses,
  acknowledged: Pauses,
  chain: KeyChain.optional(),
  address: ReportedAddress.optional().catch(undefined),
})
export type ContactResponse = z.infer<typeof ContactResponse>

/** `state`: of the side that answers, which has ended the connection too. */
export const TerminateResponse = z.object({ connectionId: Id, state: z.string() })
