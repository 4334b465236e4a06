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
  /** Absent: it stays; a new admin has it. */
  readonly rulesAuthor?: boolean | undefined
}

/** Repeated for somebody without a password: a new link in the place of the old ones. For anybody else: only the role and the right. */
const invite = (context: ConsoleContext, request: InviteRequest): Promise<ConsoleInvitation> =>
  context.database.transaction(async (transaction) => {
    const { role, actor } = request
    const user = await ensureUser(transaction, context, request)
    if (user.disabled) throw new Refusal('console_user_disabled')
    if (user.role !== role) {
      if (role !== 'admin') await keepAnAdmin(transaction, user.id)
      await updateConsoleUser(transaction, user.id, { role })
      await recordConsole(transaction, context.now(), user, 'roleChanged', { actor, details: { role } })
    }
    const isRulesAuthor = await giveRight(transaction, context, user, request)
    const asked = describeUser({ ...user, role, isRulesAuthor })
    if (user.passwordSealed !== null) return { user: asked, link: null }
    await deleteConsoleLinksOf(transaction, user.id)
    return { user: asked, link: await issueLink(transaction, context, user, actor) }
  })

/** An auditor changes nothing, and so publishes nothing. */
async function giveRight(
  transaction: Db,
  { now }: Pick<ConsoleContext, 'now'>,
  user: ConsoleUserRecord,
  { role, rulesAuthor, actor }: InviteRequest,
): Promise<boolean> {
  const isRulesAuthor = role !== 'auditor' && (rulesAuthor ?? user.isRulesAuthor)
  if (isRulesAuthor === user.isRulesAuthor) return isRulesAuthor
  await updateConsoleUser(transaction, user.id, { isRulesAuthor })
  const details = { rulesAuthor: isRulesAuthor }
  await recordConsole(transaction, now(), user, 'rulesAuthorChanged', { actor, details })
  return isRulesAuthor
}

/** The user of this name, made now if there is none. */
export async function ensureUser(
  transaction: Db,
  { now }: Pick<ConsoleContext, 'now'>,
  { name, role, rulesAuthor, actor }: InviteRequest,
): Promise<ConsoleUserRecord> {
  const known = await findConsoleUserByName(transaction, name)
  if (known) return known
  const isRulesAuthor = role !== 'auditor' && (rulesAuthor ?? role === 'admin')
  const open = { disabled: false, passwordSealed: null, lastSignInAt: null }
  const created = { id: randomUUID(), name, role, isRulesAuthor, ...open }
  await insertConsoleUserOnce(transaction, { ...created, createdAt: now() })
  const user = await getUser(transaction, name)
  if (user.id === created.id)
    await recordConsole(transaction, now(), user, 'userCreated', {
      actor,
      details: { role, rulesAuthor: isRulesAuthor },
    })
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
  isRulesAuthor,
  disabled,
  passwordSealed,
  createdAt,
  lastSignInAt,
}: ConsoleUserRecord): ConsoleUser {
  const usable = passwordSealed === null ? 'invited' : 'active'
  return {
    name,
    role,
    rulesAuthor: isRulesAuthor,
    state: disabled ? 'disabled' : usable,
    createdAt: createdAt.toISOString(),
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
  }
}
