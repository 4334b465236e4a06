import type { ConsoleRole } from '@accord/shared/protocol'
import type { Selectable } from 'kysely'

import type { ConsoleUserTable } from '../engine/tables/console-tables.ts'
import type { Db } from '../engine/tables.ts'

export interface ConsoleUserRecord {
  readonly id: string
  readonly name: string
  readonly role: ConsoleRole
  /** May write scripts and publish them. */
  readonly isRulesAuthor: boolean
  readonly disabled: boolean
  /** The salted hash under the vault; null until a link has set a password. */
  readonly passwordSealed: string | null
  readonly createdAt: Date
  readonly lastSignInAt: Date | null
}

/** Names are compared without regard to case and to how an accent is composed. */
export const userNameKeyOf = (name: string): string => name.trim().normalize('NFKC').toLowerCase()

const recordOf = (row: Selectable<ConsoleUserTable>): ConsoleUserRecord => ({
  id: row.id,
  name: row.name,
  role: row.role as ConsoleRole,
  isRulesAuthor: row.rules_author === 1,
  disabled: row.disabled === 1,
  passwordSealed: row.password_sealed,
  createdAt: new Date(row.created_at),
  lastSignInAt: row.last_sign_in_at === null ? null : new Date(row.last_sign_in_at),
})

export async function listConsoleUsers(db: Db): Promise<ConsoleUserRecord[]> {
  const rows = await db.selectFrom('console_user').selectAll().orderBy('name_key').execute()
  return rows.map(recordOf)
}

export async function findConsoleUser(db: Db, id: string): Promise<ConsoleUserRecord | undefined> {
  const row = await db.selectFrom('console_user').selectAll().where('id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}

export async function findConsoleUserByName(db: Db, name: string): Promise<ConsoleUserRecord | undefined> {
  const key = userNameKeyOf(name)
  const row = await db.selectFrom('console_user').selectAll().where('name_key', '=', key).executeTakeFirst()
  return row && recordOf(row)
}

/** Until the end of the transaction nobody else changes an admin: a write that changes nothing is a lock on both databases. */
export async function holdConsoleAdmins(db: Db): Promise<void> {
  await db.updateTable('console_user').set({ role: 'admin' }).where('role', '=', 'admin').execute()
}

/** Keeps the first of this name. */
export async function insertConsoleUserOnce(db: Db, user: ConsoleUserRecord): Promise<void> {
  await db
    .insertInto('console_user')
    .values({
      id: user.id,
      name: user.name,
      name_key: userNameKeyOf(user.name),
      role: user.role,
      rules_author: user.isRulesAuthor ? 1 : 0,
      disabled: user.disabled ? 1 : 0,
      password_sealed: user.passwordSealed,
      created_at: user.createdAt.getTime(),
      last_sign_in_at: null,
    })
    .onConflict((conflict) => conflict.column('name_key').doNothing())
    .execute()
}

interface Changes {
  readonly role?: ConsoleRole
  readonly isRulesAuthor?: boolean
  readonly disabled?: boolean
  readonly passwordSealed?: string | null
  readonly lastSignInAt?: Date
}

export async function updateConsoleUser(db: Db, id: string, changes: Changes): Promise<void> {
  const { role, isRulesAuthor, disabled, passwordSealed, lastSignInAt } = changes
  await db
    .updateTable('console_user')
    .set({
      ...(role === undefined ? {} : { role }),
      ...(isRulesAuthor === undefined ? {} : { rules_author: isRulesAuthor ? 1 : 0 }),
      ...(disabled === undefined ? {} : { disabled: disabled ? 1 : 0 }),
      ...(passwordSealed === undefined ? {} : { password_sealed: passwordSealed }),
      ...(lastSignInAt === undefined ? {} : { last_sign_in_at: lastSignInAt.getTime() }),
    })
    .where('id', '=', id)
    .execute()
}

/** A password takes the place of exactly the one that was checked: of two changes at once, one wins. */
export async function replacePassword(db: Db, id: string, before: string, passwordSealed: string): Promise<boolean> {
  const { numUpdatedRows: updated } = await db
    .updateTable('console_user')
    .set({ password_sealed: passwordSealed })
    .where('id', '=', id)
    .where('password_sealed', '=', before)
    .where('disabled', '=', 0)
    .executeTakeFirstOrThrow()
  return updated === 1n
}
