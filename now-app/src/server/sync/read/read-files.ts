import type { InstanceFile } from '@accord/shared/schemas'
import { GlideRecord } from '@servicenow/glide'
import { TABLES } from '../../names.ts'
import { isoOf } from '../../platform/glide-time.ts'
import { SYNC_USER } from '../names.ts'
import type { AuthorOf } from './people.ts'

/** What the platform writes there of a file that its virus scan has passed, or that was never scanned. */
const READABLE_STATES = ['', 'available']
const MOST = 500

export const isReadable = (row: GlideRecord<string>): boolean => READABLE_STATES.includes(row.getValue('state') ?? '')

/** The files of one record, oldest first. Images that stand in fields hang on another table's name and are not among them. */
export function readFiles(table: string, record: string, authorOf: AuthorOf): readonly InstanceFile[] {
  const row = new GlideRecord('sys_attachment')
  row.addQuery('table_name', table)
  row.addQuery('table_sys_id', record)
  row.orderBy('sys_created_on')
  row.setLimit(MOST)
  row.query()
  const files: InstanceFile[] = []
  let brought: ReadonlyMap<string, Brought> | undefined
  while (row.next()) {
    if (!isReadable(row)) continue
    if (row.getValue('sys_created_by') !== SYNC_USER.userName) {
      // It stays a file of this side, where the same one of the other side was taken for it, too: neither side takes back its own.
      files.push(fileOf(row, authorOf, undefined))
      continue
    }
    brought ??= broughtTo(record)
    const from = brought.get(row.getUniqueValue())
    // One that is being attached would look like a new file of this side.
    if (from) files.push(fileOf(row, authorOf, from))
  }
  return files
}

/** Where a file came from, and who attached it there. */
interface Brought {
  readonly origin: string
  readonly author: string
}

function broughtTo(record: string): ReadonlyMap<string, Brought> {
  const row = new GlideRecord(TABLES.effect)
  row.addQuery('record', record)
  row.addQuery('kind', 'file')
  row.addQuery('state', 'done')
  row.query()
  const brought = new Map<string, Brought>()
  while (row.next())
    brought.set(row.getValue('target') ?? '', {
      origin: row.getValue('origin') ?? '',
      author: row.getValue('author') ?? '',
    })
  return brought
}

const fileOf = (row: GlideRecord<string>, authorOf: AuthorOf, from: Brought | undefined): InstanceFile => ({
  id: row.getUniqueValue(),
  name: row.getValue('file_name') ?? '',
  type: row.getValue('content_type') ?? '',
  bytes: Number(row.getValue('size_bytes') ?? 0),
  sha256: row.getValue('hash') ?? '',
  author: from ? { id: '', name: from.author, email: '' } : authorOf(row.getValue('sys_created_by') ?? ''),
  at: isoOf(row.getValue('sys_created_on')),
  ...(from && { origin: from.origin }),
})
