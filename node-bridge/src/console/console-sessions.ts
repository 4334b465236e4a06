import type { Answer, Body, CONSOLE } from '@accord/shared/contracts'
import { type ConsoleRole, LIMITS } from '@accord/shared/protocol'
import type { ConsoleSessionList } from '@accord/shared/schemas'

import { Refusal } from '../refusals/refusal.ts'
import {
  type ConsoleSessionRecord,
  deleteConsoleSession,
  deleteConsoleSessionsOf,
  findConsoleSession,
  listConsoleSessions,
  touchConsoleSession,
} from '../store/console/console-sessions.ts'
import { findConsoleUser } from '../store/console/console-users.ts'
import { changePassword } from './change-password.ts'
import type { ConsoleContext } from './console-context.ts'
import { recordConsole } from './record-console.ts'
import { hashToken } from './secret-token.ts'
import { readLink, useLink } from './setup-link.ts'
import { signIn } from './sign-in.ts'
import type { Browser, StartedSession } from './start-session.ts'

/** A session's last use is stored at most this often: precise enough for a time-out of half an hour, without a write for each call. */
const TOUCH_EVERY_MS = 60_000

export interface ConsoleCaller {
  readonly userId: string
  readonly name: string
  readonly role: ConsoleRole
  readonly isRulesAuthor: boolean
  readonly sessionId: string
}

export interface ConsoleSessions {
  signIn(request: Body<typeof CONSOLE.signIn>, browser: Browser): Promise<StartedSession>
  readLink(request: Body<typeof CONSOLE.readLink>): Promise<Answer<typeof CONSOLE.readLink>>
  useLink(request: Body<typeof CONSOLE.useLink>, browser: Browser): Promise<StartedSession>
  /** `isActive`: a person is at work; a page that only polls does not keep a session alive. Throws `unauthenticated`. */
  authenticate(token: string, isActive: boolean): Promise<ConsoleCaller>
  signOut(caller: ConsoleCaller): Promise<void>
  changePassword(caller: ConsoleCaller, request: Body<typeof CONSOLE.changePassword>): Promise<void>
  list(caller: ConsoleCaller): Promise<ConsoleSessionList>
  endOthers(caller: ConsoleCaller): Promise<void>
}

export const createConsoleSessions = (context: ConsoleContext): ConsoleSessions => ({
  signIn: (credentials, browser) => signIn(context, credentials, browser),
  readLink: ({ token }) => readLink(context, token),
  useLink: (request, browser) => useLink(context, request, browser),
  authenticate: (token, isActive) => authenticate(context, token, isActive),
  signOut: (caller) =>
    context.database.transaction(async (transaction) => {
      if (!(await deleteConsoleSession(transaction, caller.sessionId))) return
      await recordConsole(transaction, context.now(), { id: caller.userId, name: caller.name }, 'signedOut')
    }),
  changePassword: (caller, request) => changePassword(context, caller, request),
  list: async (caller) => {
    const sessions = await listConsoleSessions(context.database.db, caller.userId)
    return {
      sessions: sessions
        .filter((session) => isAlive(session, context.now()))
        .map((session) => describe(session, caller)),
    }
  },
  endOthers: (caller) =>
    context.database.transaction(async (transaction) => {
      const ended = await deleteConsoleSessionsOf(transaction, caller.userId, caller.sessionId)
      const user = { id: caller.userId, name: caller.name }
      if (ended > 0) await recordConsole(transaction, context.now(), user, 'sessionsEnded', { details: { ended } })
    }),
})

const isAlive = ({ lastSeenAt, endsAt }: ConsoleSessionRecord, now: Date): boolean =>
  endsAt > now && now.getTime() - lastSeenAt.getTime() < LIMITS.sessionIdleMs

/** Role and name are read from the database at each call, so that a change by the operator holds from the next call on. */
async function authenticate(
  { database, now }: ConsoleContext,
  token: string,
  isActive: boolean,
): Promise<ConsoleCaller> {
  const session = await findConsoleSession(database.db, hashToken(token))
  if (!session || !isAlive(session, now())) throw new Refusal('unauthenticated')
  const user = await findConsoleUser(database.db, session.userId)
  if (!user || user.disabled || user.passwordSealed === null) throw new Refusal('unauthenticated')
  if (isActive && now().getTime() - session.lastSeenAt.getTime() > TOUCH_EVERY_MS)
    await touchConsoleSession(database.db, session.tokenHash, now())
  return {
    userId: user.id,
    name: user.name,
    role: user.role,
    isRulesAuthor: user.isRulesAuthor,
    sessionId: session.tokenHash,
  }
}

const describe = (session: ConsoleSessionRecord, { sessionId }: ConsoleCaller) => ({
  current: session.tokenHash === sessionId,
  startedAt: session.startedAt.toISOString(),
  lastSeenAt: session.lastSeenAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
  address: session.address,
  browser: session.browser,
})
