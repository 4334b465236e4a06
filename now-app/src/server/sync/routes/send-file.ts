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
  ...findingOf(() => {
    const attachment = findFile(table, record, sha256)
    if (attachment) sendContents(attachment, upload)
    return { sent: attachment !== undefined }
  }),
}))

/** By what it holds, on this record alone: no name that the other side made up leads to another one. */
function findFile(table: string, record: string, sha256: string): string | undefined {
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
  while (row.next()) if (isReadable(row)) return row.getUniqueValue()
  return undefined
}
