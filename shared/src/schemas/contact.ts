import { z } from 'zod'
import { Id } from './primitives.js'

const Pauses = z.int().min(0).max(1_000_000_000)

/**
 * Body of contact, PROTOCOL.md §6.5. `pauses`: how often the sender has paused and resumed, together, so that an odd number
 * means that it pauses now. `heard`: the highest `pauses` of the receiver that the sender knows.
 */
export const ContactRequest = z.strictObject({ pauses: Pauses, heard: Pauses })
export type ContactRequest = z.infer<typeof ContactRequest>

/** The same of the side that answers. */
export const ContactResponse = z.object({ connectionId: Id, pauses: Pauses, heard: Pauses })
export type ContactResponse = z.infer<typeof ContactResponse>

/** `state`: of the side that answers, which has ended the connection too. */
export const TerminateResponse = z.object({ connectionId: Id, state: z.string() })
