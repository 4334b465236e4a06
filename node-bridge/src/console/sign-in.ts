import { Refusal } from '../refusals/refusal.ts'
import {
  findConsoleUser,
  findConsoleUserByName,
  userNameKeyOf,
  type ConsoleUserRecord,
} from '../store/console/console-users.ts'
import { type ConsoleContext, passwordContextOf } from './console-context.ts'
import { recordConsole } from './record-console.ts'
import { type Browser, startSession, type StartedSession } from './start-session.ts'

interface Credentials {
  readonly name: string
  readonly password: string
}

/** The audit log has this word for an unknown name. The typed text is not stored: it may be a password, typed into the wrong field. */
const NOBODY = { id: 'unknown-user', name: 'unknown user' }

/**
 * The same answer after the same work, and an entry of the audit log, for an unknown name, a disabled user, one without a password, and a wrong password.
 * Throws `sign_in_failed`, `sign_in_throttled`, `retry_later`.
 */
export async function signIn(
  context: ConsoleContext,
  { name, password }: Credentials,
  browser: Browser,
): Promise<StartedSession> {
  const { database, vault, passwords, limits, devices, now } = context
  limits.takeForAddress(browser.address)
  const user = await findConsoleUserByName(database.db, name)
  limits.takeForAccount(userNameKeyOf(name), devices.read(browser.device, user?.id ?? ''))
  const sealed = user && !user.disabled ? user.passwordSealed : null
  const stored = user && sealed !== null ? vault.open(sealed, passwordContextOf(user.id)) : undefined
  const fits = await passwords.fits(password, stored)
  const started = await database.transaction(async (transaction) => {
    // The user is read again: somebody may have disabled or reset it while the password was checked.
    const current = await findConsoleUser(transaction, user?.id ?? NOBODY.id)
    if (!fits || !user || !current || !isUnchanged(current, sealed)) {
      await recordConsole(transaction, now(), user ?? NOBODY, 'signInFailed')
      return undefined
    }
    await recordConsole(transaction, now(), user, 'signedIn')
    return startSession(transaction, context, current, browser)
  })
  if (!started) throw new Refusal('sign_in_failed')
  return started
}

const isUnchanged = ({ disabled, passwordSealed }: ConsoleUserRecord, sealed: string | null) =>
  !disabled && passwordSealed !== null && passwordSealed === sealed
