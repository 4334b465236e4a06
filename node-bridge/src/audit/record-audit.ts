import { randomUUID } from 'node:crypto'

import { insertAuditEntry } from '../store/audit-entries.ts'
import type { Db } from '../store/tables.ts'
import { type AuditEvent, canonicalJson } from './audit-entry.ts'
import { currentOrigin } from './origin.ts'

/**
 * The one writer of the audit log: in the transaction of the change that it records, so that there is neither without
 * the other. The entry gets its place in the chain right after the commit (seal-audit.ts).
 */
export const recordAudit = (transaction: Db, event: AuditEvent): Promise<void> =>
  insertAuditEntry(transaction, {
    ...event,
    ...currentOrigin(),
    id: nextId(event.at),
    details: canonicalJson(event.details),
  })

let drawn = 0
const COUNTER_VALUES = 0x1000

/** A UUID of version 7 (RFC 9562): entries of one process sort in the order in which they were written. */
function nextId(at: Date): string {
  drawn = (drawn + 1) % COUNTER_VALUES
  const time = at.getTime().toString(16).padStart(12, '0')
  const counter = drawn.toString(16).padStart(3, '0')
  const chance = randomUUID().slice(-17)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${chance}`
}
