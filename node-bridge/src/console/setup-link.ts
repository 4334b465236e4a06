import type { LinkDetails } from '@accord/shared/schemas'
import type { z } from 'zod'

import { Refusal } from '../refusals/refusal.ts'
import { deleteConsoleLinksOf, findConsoleLink, spendConsoleLink } from '../store/console/console-links.ts'
import { deleteConsoleSessionsOf } from '../store/console/console-sessions.ts'
import { findConsoleUser, updateConsoleUser } from '../store/console/console-users.ts'
import { type ConsoleContext, passwordContextOf } from './console-context.ts'
import { requireStrongPassword } from './password-policy.ts'
import { recordConsole } from './record-console.ts'
import { hashToken } from './secret-token.ts'
import { type Browser, startSession, type StartedSession } from './start-session.ts'

/** Answers whose link it is. The link stays valid. Throws `link_invalid`. */
export async function readLink({ database, now }: ConsoleContext, token: string): Promise<z.infer<typeof LinkDetails>> {
  const link = await findConsoleLink(database.db, hashToken(token), now())
  const user = link && (await findConsoleUser(database.db, link.userId))
  if (!link || !user || user.disabled) throw new Refusal('link_invalid')
  return { name: user.name, role: user.role, expiresAt: link.expiresAt.toISOString() }
}

/** Sets the password and signs in, in one step; the link is used up by it. Throws `link_invalid`, `password_weak`, `password_common`. */
export async function useLink(
  context: ConsoleContext,
  { token, password }: { readonly token: string; readonly password: string },
  browser: Browser,
): Promise<StartedSession> {
  const { database, vault, passwords, now } = context
  // The link is checked before the costly hash, which nobody without a link can set off.
  const { name } = await readLink(context, token)
  await requireStrongPassword(password, name)
  const hash = await passwords.hash(password)
  const started = await database.transaction(async (transaction) => {
    const userId = await spendConsoleLink(transaction, hashToken(token), now())
    const user = userId === undefined ? undefined : await findConsoleUser(transaction, userId)
    if (!user || user.disabled) return undefined
    await deleteConsoleLinksOf(transaction, user.id)
    await deleteConsoleSessionsOf(transaction, user.id)
    await updateConsoleUser(transaction, user.id, { passwordSealed: vault.seal(hash, passwordContextOf(user.id)) })
    await recordConsole(transaction, now(), user, 'linkUsed')
    return startSession(transaction, context, user, browser)
  })
  if (!started) throw new Refusal('link_invalid')
  return started
}
