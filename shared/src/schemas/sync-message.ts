import { z } from 'zod'
import { SYNC_LIMITS, OUTCOMES, QUARANTINE_CLASSES } from '../sync/index.js'
import { Id, NumericDate, SemVer } from './primitives.js'
import { Place, RecordKey, RecordType, RecordUrl, Replica, ReplicaPath, SyncComment, SyncFile } from './sync-content.js'

const Paths = z.array(ReplicaPath).max(SYNC_LIMITS.customKeys + 100)
const Sequence = z.int().min(0).max(SYNC_LIMITS.sequenceMax)
/** Claims that tell for whom a signed text is, whatever else it says. */
const Envelope = z.object({ iss: Id, aud: Id, connectionId: Id, iat: NumericDate })

/**
 * What can be read of a message of any kind and version, PROTOCOL.md §11.4. `seq`: of the sender, in its epoch. `ack`: the
 * highest of the receiver that the sender is through with. `om`: version of the object model of what it carries.
 */
export const MessageEnvelope = Envelope.extend({
  ...Place.shape,
  mid: Id,
  ack: Sequence,
  via: z.array(Id).max(SYNC_LIMITS.via),
  om: SemVer,
  kind: z.string().max(20),
})
export type MessageEnvelope = z.infer<typeof MessageEnvelope>

/** Else one could be called internal and visible in the same breath. */
const isEachOnce = (entries: readonly { readonly id: string }[]): boolean =>
  new Set(entries.map(({ id }) => id)).size === entries.length

/** A record as it is, whole. `changed`: the paths that differ from what the receiver is known to have. */
const RecordState = {
  type: RecordType,
  key: RecordKey,
  url: RecordUrl.optional(),
  changed: Paths,
  replica: Replica,
  comments: z.array(SyncComment).max(SYNC_LIMITS.comments).refine(isEachOnce),
  files: z.array(SyncFile).max(SYNC_LIMITS.files).refine(isEachOnce),
}

/** Claims of `accord-message+jws`, by kind. `target`: key of the receiver's record that shall be the other half of the pair. */
export const MessageClaims = z.discriminatedUnion('kind', [
  MessageEnvelope.extend({ kind: z.literal('state'), ...RecordState }),
  MessageEnvelope.extend({ kind: z.literal('link'), target: RecordKey, ...RecordState }),
  MessageEnvelope.extend({ kind: z.literal('delete') }),
  MessageEnvelope.extend({ kind: z.literal('unlink') }),
])
export type MessageClaims = z.infer<typeof MessageClaims>

/**
 * Claims of `accord-result+jws`, PROTOCOL.md §11.5. `pair`, `epoch` and `seq` are those of the message; `peerEpoch` is the
 * epoch of who signs. `type`, `key`, `url`: of its record, with `applied`. `ignored`: changed paths that its rules do not
 * read. `class`: with `quarantined`, and nothing else of the cause.
 */
export const ResultClaims = Envelope.extend({
  ...Place.shape,
  peerEpoch: z.int().min(1).max(SYNC_LIMITS.epochMax),
  outcome: z.enum(OUTCOMES),
  type: RecordType.optional(),
  key: RecordKey.optional(),
  url: RecordUrl.optional(),
  ignored: Paths.optional(),
  class: z.enum(QUARANTINE_CLASSES).optional(),
})
export type ResultClaims = z.infer<typeof ResultClaims>
