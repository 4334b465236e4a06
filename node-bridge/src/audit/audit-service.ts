import type { Vault } from '../vault/vault.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { AuditPageQuery, AuditTrail, AuditTrailQuery } from '@accord/shared/schemas'

import { listChained, listChainedOf } from '../store/audit/audit-entries.ts'
import { findConnection } from '../store/connections/connections.ts'
import type { Database } from '../store/engine/database.ts'
import { lineOf, shownEntry } from './audit-line.ts'
import { verifyAuditLog } from './verify-audit-log.ts'
import type { AuditAnchor } from './audit-anchor.ts'
import type { AuditWatch } from './audit-watch.ts'
import { BrokenHeadError, sealAll } from './seal-audit.ts'

const NDJSON = 'application/x-ndjson; charset=utf-8'

export type Audit = ReturnType<typeof createAuditService>

/** The page holds everything that was committed before the call: entries that are not chained yet are chained first. */
export const createAuditService = (
  database: Database,
  vault: Vault,
  { anchor, watch, now }: { readonly anchor: AuditAnchor; readonly watch: AuditWatch; readonly now: () => Date },
) => ({
  /** Entries after a number, one line of NDJSON each (`AuditLine`); empty at the end. */
  page: async ({ after, limit }: AuditPageQuery) => {
    await chainIfWhole(database, vault, anchor)
    const entries = await listChained(database.db, after, limit)
    return { contentType: NDJSON, text: entries.map((entry) => `${lineOf(entry)}\n`).join('') }
  },
  /** What was done with one connection, newest first. Throws `connection_unknown`. */
  trail: async (connectionId: string, { before, limit }: AuditTrailQuery): Promise<AuditTrail> => {
    if (!(await findConnection(database.db, connectionId))) throw new Refusal('connection_unknown')
    await chainIfWhole(database, vault, anchor)
    // One more than the page: whether there is another must not be a guess.
    const found = await listChainedOf(database.db, connectionId, before, limit + 1)
    const entries = found.slice(0, limit).map(shownEntry)
    return { entries, before: found.length > limit ? (entries.at(-1)?.seq ?? null) : null }
  },
  /** Follows the whole chain. */
  verify: async () => {
    await chainIfWhole(database, vault, anchor)
    const verdict = await verifyAuditLog(database.db, { vault, seen: anchor.seen(), now: now() })
    watch.note(verdict.broken)
    return verdict
  },
})

/** A broken log can still be read: entries that wait stay unchained, and the watch reports the reason. */
async function chainIfWhole(database: Database, vault: Vault, anchor: AuditAnchor): Promise<void> {
  await sealAll(database, vault, anchor).catch((error: unknown) => {
    if (!(error instanceof BrokenHeadError)) throw error
  })
}
