import { Refusal } from '../refusals/refusal.ts'
import { deleteConsoleLinksOf } from '../store/console/console-links.ts'
import { deleteConsoleSessionsOf } from '../store/console/console-sessions.ts'
import { findConsoleUser, replacePassword } from '../store/console/console-users.ts'
import { type ConsoleContext, passwordContextOf } from './console-context.ts'
import { requireStrongPassword } from './password-policy.ts'
import type { ConsoleCaller } from './console-sessions.ts'
import { recordConsole } from './record-console.ts'

/**
 * The password that is known has to be given once more: an open screen is not enough. Every session but this one ends.
 * Throws `sign_in_failed` when it does not fit, `sign_in_throttled`, `password_weak`, `password_common`.
 */
export async function changePassword(
  { database, vault, passwords, limits, now }: ConsoleContext,
  caller: ConsoleCaller,
  { current, password }: { readonly current: string; readonly password: string },
): Promise<void> {
  limits.takeForAccount(caller.userId, 'session')
  const user = await findConsoleUser(database.db, caller.userId)
  const sealed = user?.passwordSealed
  if (!user || !sealed) throw new Refusal('unauthenticated')
  if (!(await passwords.fits(current, vault.open(sealed, passwordContextOf(user.id))))) {
    await database.transaction((transaction) => recordConsole(transaction, now(), user, 'passwordChangeFailed'))
    throw new Refusal('sign_in_failed', 'The current password does not fit.')
  }
  await requireStrongPassword(password, user.name)
  const replacement = vault.seal(await passwords.hash(password), passwordContextOf(user.id))
  const isChanged = await database.transaction(async (transaction) => {
    if (!(await replacePassword(transaction, user.id, sealed, replacement))) return false
    await deleteConsoleSessionsOf(transaction, user.id, caller.sessionId)
    await deleteConsoleLinksOf(transaction, user.id)
    await recordConsole(transaction, now(), user, 'passwordChanged')
    return true
  })
  if (!isChanged) throw new Refusal('retry_later', 'The user was changed at the same moment.')
}
