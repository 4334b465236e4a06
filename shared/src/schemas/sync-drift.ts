import { z } from 'zod'
import { DRIFT_VERDICTS, SYNC_LIMITS } from '../sync/index.js'
import { Id, IsoTime } from './primitives.js'
import { ReplicaPath } from './sync-content.js'

/**
 * The other side asks what this one holds of these pairs, PROTOCOL.md §11.12. `key`: fresh each time; the hashes are made with it, so that
 * no value travels. `look`: what was not sent yet is looked at now.
 */
export const HashesRequest = z.strictObject({
  key: z.string().regex(/^[\w-]{43}$/),
  pairs: z.array(Id).min(1).max(SYNC_LIMITS.hashedPairs),
  look: z.boolean().optional(),
})
export type HashesRequest = z.infer<typeof HashesRequest>

const Hash = z.string().regex(/^[\w-]{22}$/)

/**
 * `known`: `paths` are the hashes of what the rules here would send, and `isUnsent` says whether some of it was not. `moving`: something
 * of the pair is on its way. `held`: it waits for a person. `gone`: its record is not there. `unknown`: there is no such pair.
 */
export const HashedPair = z.object({
  pair: Id,
  state: z.enum(['known', 'moving', 'held', 'gone', 'unknown']),
  paths: z.record(ReplicaPath, Hash).optional(),
  isUnsent: z.boolean().optional(),
})
export type HashedPair = z.infer<typeof HashedPair>

export const HashedPairs = z.object({ pairs: z.array(HashedPair).max(SYNC_LIMITS.hashedPairs) })
export type HashedPairs = z.infer<typeof HashedPairs>

/**
 * A check of what both sides hold. `mapped`: of the equal ones, those of which only is known that neither side has anything unsent, since rules change
 * values on the way or one side sends nothing. `problem`: what the
 * other side could not be asked for, while it is asked again.
 */
const DriftCheck = z.object({
  state: z.enum(['checking', 'settling', 'done']),
  beganAt: IsoTime,
  beganBy: z.string(),
  movedAt: IsoTime,
  total: z.int().min(0),
  checked: z.int().min(0),
  equal: z.int().min(0),
  mapped: z.int().min(0),
  different: z.int().min(0),
  missing: z.int().min(0),
  moving: z.int().min(0),
  problem: z.string().nullable(),
})

const DriftingPair = z.object({
  itemId: Id,
  localKey: z.string().nullable(),
  remoteKey: z.string().nullable(),
  verdict: z.enum(DRIFT_VERDICTS),
  paths: z.array(z.string()),
})

/** `check`: null where none was asked for yet. `pairs`: the first fifty that are not equal; no value of either side. */
export const DriftView = z.object({ check: DriftCheck.nullable(), pairs: z.array(DriftingPair) })
export type DriftView = z.infer<typeof DriftView>
