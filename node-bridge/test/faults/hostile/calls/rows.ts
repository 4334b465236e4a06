import type { Company } from '../../company/company.ts'
import { countRows } from '../../company/query-rows.ts'

/** Tables in which a call could leave something behind for good. */
const TABLES = [
  'handshake_event',
  'audit_entry',
  'key_rotation',
  'connection',
  'invitation',
  'redemption',
  'job',
  'serial_queue',
]

export type Rows = Readonly<Record<string, number>>

export async function countAllRows(company: Pick<Company, 'dataDir' | 'databaseUrl'>): Promise<Rows> {
  const rows: Record<string, number> = {}
  for (const table of TABLES) rows[table] = await countRows(company, table)
  // An id is forgotten when its message could no longer be taken: none may stay for longer than that.
  const late = Date.now() + 8 * 60_000
  return { ...rows, 'spent ids that stay': await countRows(company, 'spent_request', `where expires_at > ${late}`) }
}
