import { z } from 'zod'
import { SYNC_LIMITS } from '../sync/index.js'
import { Id } from './primitives.js'
import { CheckScriptsRequest, ScriptFault } from './sync-configuration.js'
import { ReplicaPath } from './sync-content.js'

/** A draft, and the pairs on whose records it is run: none of them is changed by that. */
export const ShadowRunRequest = CheckScriptsRequest.extend({
  mayWiden: z.boolean().default(false),
  itemIds: z.array(z.uuid()).min(1).max(SYNC_LIMITS.shadowPairs),
})
export type ShadowRunRequest = z.infer<typeof ShadowRunRequest>

/** `asToday`: the rules that are published do the same. */
const Stops = z.object({ kind: z.literal('stops'), asToday: z.boolean() })
const Fails = z.object({ kind: z.literal('fails'), asToday: z.boolean(), fault: ScriptFault })

/**
 * What the draft would send of the record, beside what the published rules send of it. `comments` and `files`: other ones.
 * `widens`: work notes that leave by the draft only.
 */
const ShadowOutgoing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('same') }),
  z.object({
    kind: z.literal('changes'),
    paths: z.array(ReplicaPath),
    comments: z.boolean(),
    files: z.boolean(),
    widens: z.int().min(0),
  }),
  Stops,
  Fails,
])

/** What the draft would make of the message that waits, or of the last one that is kept. `goes`: it would be written. */
const ShadowIncoming = z.discriminatedUnion('kind', [z.object({ kind: z.literal('goes') }), Stops, Fails])

/**
 * `outgoing`, `incoming`: null where there is no record to read, or no message. `messageId`: of the message, where it is one that is
 * kept and waits no more. `key`: null before it is known.
 */
export const ShadowedPair = z.object({
  itemId: Id,
  key: z.string().nullable(),
  outgoing: ShadowOutgoing.nullable(),
  incoming: ShadowIncoming.nullable(),
  messageId: Id.nullable(),
})
export type ShadowedPair = z.infer<typeof ShadowedPair>

/** With faults nothing was run. Pairs that are no more, and those of another table, are left out. */
export const ShadowRun = z.object({ faults: z.array(ScriptFault), pairs: z.array(ShadowedPair) })
export type ShadowRun = z.infer<typeof ShadowRun>
