import type { Vault } from '../keys/vault.ts'
import type { Audit } from '../services.ts'
import { listChained } from '../store/audit-entries.ts'
import type { Database } from '../store/database.ts'
import { lineOf } from './audit-line.ts'
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
  verify: async () => {
    await sealAll(database, vault)
    return judgeAudit(database.db, { vault })
  },
})
