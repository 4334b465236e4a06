import { z } from 'zod'
import { SYNC_LIMITS } from '../sync/index.js'
import { Sha256 } from './primitives.js'

/** The place of the first byte of a part. */
const Place = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
export const FilePartQuery = z.strictObject({ from: Place.default(0) })

/** How many bytes of the file are there now. */
export const FilePartTaken = z.object({ received: z.int().min(0) })
export type FilePartTaken = z.infer<typeof FilePartTaken>

export const FileUploaded = z.object({ bytes: z.int().min(0) })

/** Files whose contents the sender of an answer waits for, PROTOCOL.md §11.11. `from`: what it has already. */
export const AskedFiles = z.array(z.object({ sha256: Sha256, from: z.int().min(0) })).max(SYNC_LIMITS.filesAsked)
export type AskedFiles = z.infer<typeof AskedFiles>
