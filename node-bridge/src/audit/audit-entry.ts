import { createHash } from 'node:crypto'

import type { AuditAction } from '@accord/shared/protocol'

import type { AuditEntry } from '../store/audit/audit-entries.ts'

/** A value of `details`: plain JSON without fractions, so that every language writes it in the same way. */
export type Detail = string | number | boolean | null | readonly string[]

/** What happened, as whoever changes something reports it. Holds no secret: ids, names and thumbprints only. */
export interface AuditEvent {
  readonly at: Date
  /** The person, as the instance or the operator named them, or the part of the product that acted. */
  readonly actor: string
  /** `connection.redeemed`, `pairing.replaced`, … */
  readonly action: AuditAction
  /** Id of what was changed; null where there is only one. */
  readonly subject: string | null
  readonly details: Readonly<Record<string, Detail>>
}

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64)

/** JSON with sorted members and without blanks. */
export function canonicalJson(details: Readonly<Record<string, unknown>>): string {
  const sorted = Object.entries(details).toSorted(([left], [right]) => (left < right ? -1 : 1))
  return JSON.stringify(Object.fromEntries(sorted))
}

/**
 * SHA-256 in hexadecimal over a JSON array of the hash before and every member of the entry, in this order: an array, so
 * that no two different entries have the same text. docs/operations.md repeats it for whoever checks an export.
 */
export function hashOf(entry: AuditEntry, seq: number, previousHash: string): string {
  const { id, at, actor, caller, source, requestId, action, subject, details } = entry
  const members = ['accord-audit-v1', previousHash, seq, id, at.toISOString(), actor, caller, source, requestId]
  return createHash('sha256')
    .update(JSON.stringify([...members, action, subject, details]))
    .digest('hex')
}
