import { orderedId } from '../identifiers/ordered-id.ts'
import { insertAuditEntry } from '../store/audit/audit-entries.ts'
import { signerOf } from '../store/engine/entry-signers.ts'
import type { Db } from '../store/engine/tables.ts'
import { type AuditEvent, canonicalJson } from './audit-entry.ts'
import { textToProve } from './entry-proof.ts'
import { currentOrigin } from './origin.ts'

/**
 * The one writer of the audit log: in the transaction of the change that it records, so that there is neither without
 * the other. The entry gets its place in the chain right after the commit (seal-audit.ts).
 */
export function recordAudit(transaction: Db, event: AuditEvent): Promise<void> {
  const entry = {
    ...event,
    ...currentOrigin(),
    id: orderedId(event.at),
    details: canonicalJson(event.details),
  }
  const proof = signerOf(transaction)?.(textToProve(entry)) ?? null
  return insertAuditEntry(transaction, entry, proof)
}
