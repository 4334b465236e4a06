import { z } from 'zod'
import { LIMITS } from '../protocol/index.js'
import { Id } from './primitives.js'

const Pauses = z.int().min(0).max(1_000_000_000)

/**
 * Body of contact, PROTOCOL.md §6.5. `pauses`: how often the sender has paused and resumed, together, so that an odd number
 * means that it pauses now. `heard`: the highest `pauses` of the receiver that the sender knows. `waitMs`: the sender cannot be
 * called; the receiver holds its answer until it has news, at most so long.
 */
export const ContactRequest = z.strictObject({
  pauses: Pauses,
  heard: Pauses,
  waitMs: z.int().min(0).max(LIMITS.contactWaitMs).optional(),
})
export type ContactRequest = z.infer<typeof ContactRequest>

/** The same of the side that answers. */
export const ContactResponse = z.object({ connectionId: Id, pauses: Pauses, heard: Pauses })
export type ContactResponse = z.infer<typeof ContactResponse>

/** `state`: of the side that answers, which has ended the connection too. */
export const TerminateResponse = z.object({ connectionId: Id, state: z.string() })
