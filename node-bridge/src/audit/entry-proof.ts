import type { Vault } from '../vault/vault.ts'
import type { EntrySigner } from '../store/engine/entry-signers.ts'
import type { AuditEntry } from '../store/audit/audit-entries.ts'

const CONTEXT = 'audit-entry'

/** What of an entry is proved before it has its place: everything that is known of it then. */
export function textToProve(entry: AuditEntry): string {
  const { id, at, actor, caller, source, requestId, action, subject, details } = entry
  return JSON.stringify([id, at.toISOString(), actor, caller, source, requestId, action, subject, details])
}

export const entrySigner =
  (vault: Vault): EntrySigner =>
  (text) =>
    vault.prove(text, CONTEXT)

/** Has a node with this master key written the entry? Whoever only writes to the database cannot say so. */
export const isProved = (vault: Vault, entry: AuditEntry, proof: string | null): boolean =>
  proof !== null && vault.isProof(proof, textToProve(entry), CONTEXT)
