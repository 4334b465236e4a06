import { OPERATOR_ACTOR } from '../audit/actors.ts'
import { listConsoleUsers } from '../store/console/console-users.ts'
import { ensureUser } from './console-accounts.ts'
import type { ConsoleContext } from './console-context.ts'
import { issueLink, type IssuedLink } from './issue-link.ts'
import { canActAsAdmin } from './keep-an-admin.ts'

const FIRST_USER = 'admin'

/**
 * For the person who reads what the node prints: a link for the first admin, while nobody can sign in as one. Undefined
 * once somebody can. Links that were printed before stay good until their time is over or one of them is used.
 */
export async function issueFirstLink(
  context: Pick<ConsoleContext, 'database' | 'consoleUrl' | 'now'>,
): Promise<IssuedLink | undefined> {
  const users = await listConsoleUsers(context.database.db)
  if (users.some(canActAsAdmin)) return undefined
  return context.database.transaction(async (transaction) => {
    const request = { name: FIRST_USER, role: 'admin', actor: OPERATOR_ACTOR } as const
    const user = await ensureUser(transaction, context, request)
    return user.disabled || user.passwordSealed !== null
      ? undefined
      : issueLink(transaction, context, user, OPERATOR_ACTOR)
  })
}
