import type { ConsoleRole } from '@accord/shared/protocol'
import type { ConsoleInvitation, ConsoleUser } from '@accord/shared/schemas'
import { randomUUID } from 'node:crypto'

import { Refusal } from '../refusals/refusal.ts'
import { deleteConsoleLinksOf } from '../store/console/console-links.ts'
import { deleteConsoleSessionsOf } from '../store/console/console-sessions.ts'
import {
  type ConsoleUserRecord,
  findConsoleUserByName,
  insertConsoleUserOnce,
  listConsoleUsers,
  updateConsoleUser,
} from '../store/console/console-users.ts'
import type { Db } from '../store/engine/tables.ts'
import type { ConsoleContext } from './console-context.ts'
import { issueLink } from './issue-link.ts'
import { keepAnAdmin } from './keep-an-admin.ts'
import { recordConsole } from './record-console.ts'

export type ConsoleAccounts = ReturnType<typeof createConsoleAccounts>

/** What the operator does with the users of the console. Whatever would leave nobody to sign in as admin throws `last_console_admin` to a caller in the console. */
export const createConsoleAccounts = (context: ConsoleContext) => ({
  list: async () => ({ users: (await listConsoleUsers(context.database.db)).map(describeUser) }),
  invite: (request: InviteRequest) => invite(context, request),
  /** The password and every session are gone; a disabled user is enabled. Throws `console_user_unknown`, as does `disable`. */
  reset: ({ name, actor }: UserRequest): Promise<ConsoleInvitation> =>
    context.database.transaction(async (transaction) => {
      const user = await getUser(transaction, name)
      await keepAnAdmin(transaction, user.id)
      await close(transaction, user.id)
      await updateConsoleUser(transaction, user.id, { passwordSealed: null, disabled: false })
      await recordConsole(transaction, context.now(), user, 'userReset', { actor })
      const link = await issueLink(transaction, context, user, actor)
      return { user: describeUser(await getUser(transaction, name)), link }
    }),
  disable: ({ name, actor }: UserRequest) =>
    context.database.transaction(async (transaction) => {
      const user = await getUser(transaction, name)
      await keepAnAdmin(transaction, user.id)
      await close(transaction, user.id)
      if (user.disabled) return { user: describeUser(user) }
      await updateConsoleUser(transaction, user.id, { disabled: true })
      await recordConsole(transaction, context.now(), user, 'userDisabled', { actor })
      return { user: describeUser({ ...user, disabled: true }) }
    }),
  /** Enables a disabled user, who signs in with the password of before. Throws `console_user_unknown`. */
  enable: ({ name, actor }: UserRequest) =>
    context.database.transaction(async (transaction) => {
      const user = await getUser(transaction, name)
      if (!user.disabled) return { user: describeUser(user) }
      await updateConsoleUser(transaction, user.id, { disabled: false })
      await recordConsole(transaction, context.now(), user, 'userEnabled', { actor })
      return { user: describeUser({ ...user, disabled: false }) }
    }),
})

interface UserRequest {
  readonly name: string
  readonly actor: string
}

interface InviteRequest extends UserRequest {
  readonly role: ConsoleRole
}

/** Repeated for somebody without a password: a new link in the place of the old ones. For anybody else: only the role. */
const invite = (context: ConsoleContext, { name, role, actor }: InviteRequest): Promise<ConsoleInvitation> =>
  context.database.transaction(async (transaction) => {
    const user = await ensureUser(transaction, context, { name, role, actor })
    if (user.disabled) throw new Refusal('console_user_disabled')
    if (user.role !== role) {
      if (role !== 'admin') await keepAnAdmin(transaction, user.id)
      await updateConsoleUser(transaction, user.id, { role })
      await recordConsole(transaction, context.now(), user, 'roleChanged', { actor, details: { role } })
    }
    const asked = describeUser({ ...user, role })
    if (user.passwordSealed !== null) return { user: asked, link: null }
    await deleteConsoleLinksOf(transaction, user.id)
    return { user: asked, link: await issueLink(transaction, context, user, actor) }
  })

/** The user of this name, made now if there is none. */
export async function ensureUser(
  transaction: Db,
  { now }: Pick<ConsoleContext, 'now'>,
  { name, role, actor }: InviteRequest,
): Promise<ConsoleUserRecord> {
  const known = await findConsoleUserByName(transaction, name)
  if (known) return known
  const created = { id: randomUUID(), name, role, disabled: false, passwordSealed: null, lastSignInAt: null }
  await insertConsoleUserOnce(transaction, { ...created, createdAt: now() })
  const user = await getUser(transaction, name)
  if (user.id === created.id) await recordConsole(transaction, now(), user, 'userCreated', { actor, details: { role } })
  return user
}

async function getUser(db: Db, name: string): Promise<ConsoleUserRecord> {
  const user = await findConsoleUserByName(db, name)
  if (!user) throw new Refusal('console_user_unknown')
  return user
}

/** Ends the user's sessions and makes the user's open links invalid. */
async function close(transaction: Db, userId: string): Promise<void> {
  await deleteConsoleSessionsOf(transaction, userId)
  await deleteConsoleLinksOf(transaction, userId)
}

function describeUser({
  name,
  role,
  disabled,
  passwordSealed,
  createdAt,
  lastSignInAt,
}: ConsoleUserRecord): ConsoleUser {
  const usable = passwordSealed === null ? 'invited' : 'active'
  return {
    name,
    role,
    state: disabled ? 'disabled' : usable,
    createdAt: createdAt.toISOString(),
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
  }
}
