import { z } from 'zod'
import { LIMITS } from '../protocol/index.js'
import { Id, IsoTime, NumericDate, PublicJwk, Sha256 } from './primitives.js'

/** Claims of `accord-rotation+jws`, signed by the key before: from here on our key of this connection is `key`. */
export const RotationClaims = z.object({
  iss: Id,
  aud: Id,
  connectionId: Id,
  /** 1 for the first rotation since the connection got its keys. */
  seq: z.int().min(1).max(1_000_000),
  iat: NumericDate,
  /** Thumbprint of the key before. */
  previous: Sha256,
  key: PublicJwk,
  proof: z.string().max(2048),
})
export type RotationClaims = z.infer<typeof RotationClaims>

/** Claims of `accord-rotation-proof+jws`, signed by the new key: whoever publishes it also holds it. */
export const RotationProofClaims = z.object({ connectionId: Id, seq: z.int().min(1), previous: Sha256 })
export type RotationProofClaims = z.infer<typeof RotationProofClaims>

/** Statements of one side, oldest first. */
export const KeyChain = z.array(z.string().max(3000)).min(1).max(LIMITS.keyChainLinks)

/**
 * `chain`: statements, oldest first, the last of which names the caller's newest key. `id`: fresh for each call, so that an
 * answer fits one call only.
 */
export const PublishKeysRequest = z.strictObject({ id: Id, chain: KeyChain })
export type PublishKeysRequest = z.infer<typeof PublishKeysRequest>

/** `keyThumbprint`: the key of the caller that this side takes from now on. */
export const PublishKeysResponse = z.object({ connectionId: Id, keyThumbprint: Sha256 })
export type PublishKeysResponse = z.infer<typeof PublishKeysResponse>

/**
 * One side's key of a connection. `replacingSince`: a new key was made and the other side has not acknowledged it yet.
 * `earlierUntil`: until when the key before is still taken.
 */
export const KeyAge = z.object({
  madeAt: IsoTime,
  rotations: z.int().min(0),
  replacingSince: IsoTime.nullable(),
  earlierUntil: IsoTime.nullable(),
})
export type KeyAge = z.infer<typeof KeyAge>

/** Null: that side has no key, because nobody has redeemed yet or because the connection has ended. */
export const KeyDetails = z.object({ local: KeyAge.nullable(), remote: KeyAge.nullable() })
export type KeyDetails = z.infer<typeof KeyDetails>
