import { BRIDGE_CONSOLE, LIMITS, SETUP_LINK_FRAGMENT } from '@accord/shared/protocol'

import { insertConsoleLink } from '../store/console/console-links.ts'
import type { Db } from '../store/engine/tables.ts'
import type { ConsoleContext } from './console-context.ts'
import { recordConsole } from './record-console.ts'
import { createToken, hashToken } from './secret-token.ts'

export interface IssuedLink {
  readonly url: string
  readonly expiresAt: string
}

/** The address is shown once; only the hash of its token is stored. */
export async function issueLink(
  transaction: Db,
  { consoleUrl, now }: Pick<ConsoleContext, 'consoleUrl' | 'now'>,
  user: { readonly id: string; readonly name: string },
  actor: string,
): Promise<IssuedLink> {
  const token = createToken()
  const at = now()
  const expiresAt = new Date(at.getTime() + LIMITS.setupLinkMs)
  await insertConsoleLink(transaction, { tokenHash: hashToken(token), userId: user.id, expiresAt })
  const details = { expiresAt: expiresAt.toISOString() }
  await recordConsole(transaction, at, user, 'linkIssued', { actor, details })
  return { url: `${consoleUrl}${BRIDGE_CONSOLE.base}/${SETUP_LINK_FRAGMENT}${token}`, expiresAt: details.expiresAt }
}
