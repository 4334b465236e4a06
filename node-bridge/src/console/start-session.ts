import { type ConsoleRole, LIMITS } from '@accord/shared/protocol'

import { insertConsoleSession } from '../store/console/console-sessions.ts'
import { type ConsoleUserRecord, updateConsoleUser } from '../store/console/console-users.ts'
import type { Db } from '../store/engine/tables.ts'
import type { ConsoleContext } from './console-context.ts'
import { createToken, hashToken } from './secret-token.ts'

const BROWSER_CHARACTERS = 200

/** Who calls from which browser. `device`: the mark that an earlier session left there. */
export interface Browser {
  readonly address: string
  readonly name: string
  readonly device: string | undefined
}

/** `token` opens the session, `device` marks the browser. */
export interface StartedSession {
  readonly token: string
  readonly device: string
  readonly user: { readonly name: string; readonly role: ConsoleRole }
}

/** The token is always a new one: a token that the browser brings along is never taken over (session fixation). */
export async function startSession(
  transaction: Db,
  { devices, now }: Pick<ConsoleContext, 'devices' | 'now'>,
  user: ConsoleUserRecord,
  { address, name: browser }: Browser,
): Promise<StartedSession> {
  const token = createToken()
  const startedAt = now()
  await insertConsoleSession(transaction, {
    tokenHash: hashToken(token),
    userId: user.id,
    startedAt,
    lastSeenAt: startedAt,
    endsAt: new Date(startedAt.getTime() + LIMITS.sessionMaxMs),
    address,
    browser: browser.slice(0, BROWSER_CHARACTERS),
  })
  await updateConsoleUser(transaction, user.id, { lastSignInAt: startedAt })
  return { token, device: devices.create(user.id), user: { name: user.name, role: user.role } }
}
