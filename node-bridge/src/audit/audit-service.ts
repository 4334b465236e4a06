import type { Vault } from '../keys/vault.ts'
import { Refusal } from '../refusal.ts'
import type { Audit } from '../services.ts'
import { listChained, listChainedOf } from '../store/audit-entries.ts'
import { findConnection } from '../store/connections.ts'
import type { Database } from '../store/database.ts'
import { lineOf, shownEntry } from './audit-line.ts'
import { judgeAudit } from './judge-audit.ts'
import { sealAll } from './seal-audit.ts'

const NDJSON = 'application/x-ndjson; charset=utf-8'

/** Who asks sees everything that was committed before: what has no place yet gets one first. */
export const createAuditService = (database: Database, vault: Vault): Audit => ({
  page: async ({ after, limit }) => {
    await sealAll(database, vault)
    const entries = await listChained(database.db, after, limit)
    return { contentType: NDJSON, text: entries.map((entry) => `${lineOf(entry)}\n`).join('') }
  },
  trail: async (connectionId, { before, limit }) => {
    if (!(await findConnection(database.db, connectionId))) throw new Refusal('connection_unknown')
    await sealAll(database, vault)
    // One more than the page: whether there is another must not be a guess.
    const found = await listChainedOf(database.db, connectionId, before, limit + 1)
    const entries = found.slice(0, limit).map(shownEntry)
    return { entries, before: found.length > limit ? (entries.at(-1)?.seq ?? null) : null }
  },
  verify: async () => {
    await sealAll(database, vault)
    return judgeAudit(database.db, { vault })
  },
})
