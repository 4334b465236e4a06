import { currentOrigin } from '../audit/origin.ts'
import { Refusal } from '../refusals/refusal.ts'
import { type ConsoleUserRecord, holdConsoleAdmins, listConsoleUsers } from '../store/console/console-users.ts'
import type { Db } from '../store/engine/tables.ts'

/**
 * Before this user can no longer sign in as admin: somebody else has to. Nobody locks everybody out from within the
 * console; the operator's token can, since it is also the way back in. Throws `last_console_admin`.
 */
export async function keepAnAdmin(transaction: Db, userId: string): Promise<void> {
  if (currentOrigin().caller !== 'console') return
  // The lock orders two admins who disable each other at the same moment.
  await holdConsoleAdmins(transaction)
  const admins = (await listConsoleUsers(transaction)).filter(canActAsAdmin)
  const isLast = admins.length === 1 && admins[0]?.id === userId
  if (isLast) throw new Refusal('last_console_admin')
}

/** An invited admin without a password does not count: nobody can sign in as that user yet. */
export const canActAsAdmin = ({ role, disabled, passwordSealed }: ConsoleUserRecord): boolean =>
  role === 'admin' && !disabled && passwordSealed !== null
