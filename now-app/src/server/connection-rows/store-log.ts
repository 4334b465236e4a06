import { GlideRecord } from '@servicenow/glide'
import type { HandshakeEntry } from '@accord/shared/schemas'
import { glideTimeOf } from '../platform/glide-time.ts'
import { writeFields } from '../platform/write-fields.ts'
import { rowRefused } from './require-written.ts'
import { TABLES } from '../names.ts'

const TABLE = TABLES.handshakeLog

/** Appends the entries that are not there yet; an entry never changes once it is written. */
export function storeLog(connectionSysId: string, entries: readonly HandshakeEntry[]): void {
  const known = knownEntries(connectionSysId)
  for (const entry of entries) {
    if (known.has(entry.id)) continue
    const row = new GlideRecord(TABLE)
    row.initialize()
    writeFields(row, {
      entry_id: entry.id,
      connection: connectionSysId,
      at: glideTimeOf(entry.at),
      event: entry.event,
      detail: entry.detail,
      actor: entry.actor,
    })
    if (!row.insert() && !knownEntries(connectionSysId).has(entry.id)) throw rowRefused(row)
  }
}

function knownEntries(connectionSysId: string): ReadonlySet<string> {
  const row = new GlideRecord(TABLE)
  row.addQuery('connection', connectionSysId)
  row.query()
  const ids = new Set<string>()
  while (row.next()) ids.add(row.getValue('entry_id'))
  return ids
}
