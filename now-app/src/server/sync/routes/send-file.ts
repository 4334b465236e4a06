import { GlideRecord } from '@servicenow/glide'
import { Refusal } from '../../http/refusal.ts'
import { sendContents } from '../../node/carry-file.ts'
import { requireAccess } from '../access/sync-access.ts'
import { name, nonce, object, sysId, text, uuid } from '../call/read-input.ts'
import { syncCall } from '../call/sync-call.ts'
import { findingOf } from '../finding.ts'
import { isReadable } from '../read/read-files.ts'
import { openRecord } from '../read/read-record.ts'

const BODY = object({ nonce, table: name, record: sysId, sha256: text(/^[0-9a-f]{64}$/), upload: uuid })

/** Sends the node a file of a record whose table lets files leave; within this call, by a call of the instance's own. */
export const sendFile = syncCall(BODY, ({ table, record, sha256, upload }) => ({
  sent: false,
  ...findingOf(() => ({ sent: sendOne(findFiles(table, record, sha256), upload) })),
}))

/** The first that the platform can read: one whose contents it kept in part only, since it died meanwhile, says the same hash. */
function sendOne(attachments: readonly string[], upload: string): boolean {
  let reason: unknown
  for (const attachment of attachments)
    try {
      sendContents(attachment, upload)
      return true
    } catch (thrown) {
      if (thrown instanceof Refusal) throw thrown
      reason = thrown
    }
  if (attachments.length === 0) return false
  throw new Refusal(
    'file_failed',
    `The platform could not read the contents of attachment ${attachments.join(', ')}: ${String(reason)}`,
  )
}

/** By what it holds, on this record alone: no name that the other side made up leads to another one. */
function findFiles(table: string, record: string, sha256: string): readonly string[] {
  requireAccess(table)
  const owner = openRecord(table, record)
  if (!owner) throw new Refusal('record_gone', `${table} ${record} is not there.`)
  const access = requireAccess(owner.getTableName())
  if (!access.readFiles)
    throw new Refusal('access_missing', `Sync access lets no file of ${access.table} leave.`, { names: [access.table] })
  const row = new GlideRecord('sys_attachment')
  row.addQuery('table_name', access.table)
  row.addQuery('table_sys_id', record)
  row.addQuery('hash', sha256)
  row.query()
  const found: string[] = []
  while (row.next()) if (isReadable(row)) found.push(row.getUniqueValue())
  return found
}
