import { AuditLine } from '@accord/shared/schemas'

import type { FoundEntry } from '../store/audit/audit-entries.ts'
import { canonicalJson } from './audit-entry.ts'

/** One entry as it leaves the node. What a changed row holds is shown, not hidden. */
export const shownEntry = (entry: FoundEntry): AuditLine => ({
  seq: entry.seq,
  id: entry.id,
  at: entry.at.toISOString(),
  actor: entry.actor,
  caller: entry.caller,
  source: entry.source,
  requestId: entry.requestId,
  action: entry.action,
  subject: entry.subject,
  details: readDetails(entry.details),
  previousHash: entry.previousHash,
  hash: entry.hash,
})

/** The same as one line of NDJSON, without its line break. */
export const lineOf = (entry: FoundEntry): string => JSON.stringify(shownEntry(entry))

/** Details that are not canonical JSON were changed by hand: they leave as the text that they are. */
function readDetails(text: string): AuditLine['details'] {
  try {
    const details: unknown = JSON.parse(text)
    return isMembers(details) && canonicalJson(details) === text ? details : text
  } catch {
    return text
  }
}

const isMembers = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The entry of an exported line. Throws `SyntaxError` or `ZodError` for what is not one. */
export function entryOfLine(line: string): FoundEntry {
  const { details, at, ...rest } = AuditLine.parse(JSON.parse(line))
  return { ...rest, at: new Date(at), details: typeof details === 'string' ? details : canonicalJson(details) }
}
