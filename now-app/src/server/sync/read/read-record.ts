import type { InstanceField, InstanceRecord } from '@accord/shared/schemas'
import { GlideRecord } from '@servicenow/glide'
import { Refusal } from '../../http/refusal.ts'
import { instanceUrl } from '../../node/instance-address.ts'
import { isoOf } from '../../platform/glide-time.ts'
import { requireAccess } from '../access/sync-access.ts'
import type { SyncAccess } from '../access/sync-access.ts'
import { isJournalInput } from '../access/closed-tables.ts'
import { watchMatcher } from '../watches/matching-watches.ts'
import type { Matching } from '../watches/matching-watches.ts'
import { fieldOf } from './field-of.ts'
import type { ChoiceLists } from './field-of.ts'
import { authors } from './people.ts'
import type { AuthorOf } from './people.ts'
import { readEntries } from './read-entries.ts'
import type { EntriesFrom } from './read-entries.ts'
import { readFiles } from './read-files.ts'

export interface RecordName extends EntriesFrom {
  readonly table: string
  readonly id: string
}

interface Shared {
  readonly lists: ChoiceLists
  readonly authorOf: AuthorOf
  readonly matching: Matching
}

/** Reads records of one call: what many of them have in common is looked up once. */
export function recordReader(): (name: RecordName) => InstanceRecord {
  const lists: ChoiceLists = new Map()
  const authorOf = authors()
  const matching = watchMatcher()
  return (name) => readRecord(name, { lists, authorOf, matching })
}

/** Access is that of the record's own class, whatever table it was asked for by. */
function readRecord({ table, id, ...from }: RecordName, { lists, authorOf, matching }: Shared): InstanceRecord {
  requireAccess(table)
  const row = openRecord(table, id)
  if (!row) throw new Refusal('record_gone', `${table} ${id} is not there.`)
  const access = requireAccess(row.getTableName())
  return {
    table: access.table,
    id,
    key: keyOf(row, access),
    url: `${instanceUrl()}/${access.table}.do?sys_id=${id}`,
    version: Number(row.getValue('sys_mod_count') ?? 0),
    updatedAt: isoOf(row.getValue('sys_updated_on')),
    fields: fieldsOf(row, access, lists),
    ...readEntries(id, journalsOf(row, access), from, authorOf),
    files: access.readFiles ? readFiles(access.table, id, authorOf) : [],
    areFilesOpen: access.readFiles,
    watches: matching(row),
  } as InstanceRecord
}

/** The record by its own class, so that it has all of its fields. Undefined when it is not there. */
export function openRecord(table: string, id: string): GlideRecord<string> | undefined {
  const row = new GlideRecord(table)
  if (!row.get(id)) return undefined
  const own = row.getRecordClassName()
  if (own === table) return row
  const specific = new GlideRecord(own)
  return specific.get(id) ? specific : undefined
}

function fieldsOf(row: GlideRecord<string>, access: SyncAccess, lists: ChoiceLists): Record<string, InstanceField> {
  const fields: Record<string, InstanceField> = {}
  for (const name of access.readFields) {
    const field = fieldOf(row, name, lists)
    if (field) fields[name] = field
  }
  return fields
}

const journalsOf = (row: GlideRecord<string>, { readJournals }: SyncAccess): readonly string[] =>
  readJournals.filter((name) => isJournalInput(row.getElement(name)?.getED().getInternalType() ?? ''))

/** What people call the record, where that may leave; its id otherwise. */
function keyOf(row: GlideRecord<string>, { readFields }: SyncAccess): string {
  const shown = readFields.find((name) => name === 'number') ?? readFields.find((name) => name === 'name')
  return (shown && row.getValue(shown)) || row.getUniqueValue()
}
