import { z } from 'zod'
import { IsoTime } from './primitives.js'

/** Roles that open more than records are refused. */
export const PutSyncUserRequest = z.strictObject({ roles: z.array(z.string().min(1).max(100)).max(20) })

/**
 * The user as whom write plans are applied. `isWanted`: sync access has an entry, so that it is needed. `rights`: what the user
 * was found to be able to do in each table of sync access; `checkedAt` null: not checked yet. `closedFields`: those that sync access
 * lets Accord write and the user's ACLs do not.
 */
export const SyncUser = z.object({
  isWanted: z.boolean(),
  userName: z.string(),
  isThere: z.boolean(),
  isActive: z.boolean(),
  isForServicesOnly: z.boolean(),
  hasPassword: z.boolean(),
  roles: z.array(z.string()),
  rights: z.array(
    z.object({
      table: z.string(),
      /** What sync access lets Accord do, and so what is wanted of the user. */
      wantsWrite: z.boolean(),
      wantsCreate: z.boolean(),
      wantsDelete: z.boolean(),
      checkedAt: IsoTime.nullable(),
      mayRead: z.boolean(),
      mayWrite: z.boolean(),
      mayCreate: z.boolean(),
      mayDelete: z.boolean(),
      closedFields: z.array(z.string()),
    }),
  ),
})
export type SyncUser = z.infer<typeof SyncUser>
