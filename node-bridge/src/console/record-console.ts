import type { AuditAction } from '@accord/shared/protocol'

import type { Detail } from '../audit/audit-entry.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Db } from '../store/engine/tables.ts'

type ConsoleAction = AuditAction extends infer Action ? (Action extends `console.${infer Name}` ? Name : never) : never

/** An entry of the audit log about a user of the console; from where it came, the log adds by itself. */
export const recordConsole = (
  transaction: Db,
  at: Date,
  user: { readonly id: string; readonly name: string },
  action: ConsoleAction,
  more: { readonly actor?: string; readonly details?: Readonly<Record<string, Detail>> } = {},
): Promise<void> =>
  recordAudit(transaction, {
    at,
    actor: more.actor ?? user.name,
    action: `console.${action}`,
    subject: user.id,
    details: { user: user.name, ...more.details },
  })
