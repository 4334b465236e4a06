import type { InstanceFile } from '@accord/shared/schemas'
import { GlideRecord } from '@servicenow/glide'
import { isoOf } from '../../platform/glide-time.ts'
import type { AuthorOf } from './people.ts'

/** What the platform writes there of a file that its virus scan has passed, or that was never scanned. */
const READABLE_STATES = ['', 'available']
const MOST = 500

/** The files of one record, oldest first. Images that stand in fields hang on another table's name and are not among them. */
export function readFiles(table: string, record: string, authorOf: AuthorOf): readonly InstanceFile[] {
  const row = new GlideRecord('sys_attachment')
  row.addQuery('table_name', table)
  row.addQuery('table_sys_id', record)
  row.orderBy('sys_created_on')
  row.setLimit(MOST)
  row.query()
  const files: InstanceFile[] = []
  while (row.next()) if (READABLE_STATES.includes(row.getValue('state') ?? '')) files.push(fileOf(row, authorOf))
  return files
}

const fileOf = (row: GlideRecord<string>, authorOf: AuthorOf): InstanceFile => ({
  id: row.getUniqueValue(),
  name: row.getValue('file_name') ?? '',
  type: row.getValue('content_type') ?? '',
  bytes: Number(row.getValue('size_bytes') ?? 0),
  sha256: row.getValue('hash') ?? '',
  author: authorOf(row.getValue('sys_created_by') ?? ''),
  at: isoOf(row.getValue('sys_created_on')),
})
