import { INSTANCE_SYNC_LIMITS } from '@accord/shared/protocol'
import type { InstanceEntry } from '@accord/shared/schemas'
import { GlideRecord } from '@servicenow/glide'
import { TABLES } from '../../names.ts'
import { glideTimeOf, isoOf } from '../../platform/glide-time.ts'
import type { AuthorOf } from './people.ts'

/** The only journal that a customer sees; every other one is internal. */
export const isVisibleJournal = (journal: string): boolean => journal === 'comments'

export interface Entries {
  readonly entries: readonly InstanceEntry[]
  readonly hasMoreEntries: boolean
}

/** Where a page of entries begins: at those of that second and later, without the first ones that are known already. */
export interface EntriesFrom {
  readonly entriesSince?: string | undefined
  readonly entriesSkip?: number | undefined
}

/** Entries of these journals of one record, oldest first; of one second always in the same order, so that pages can go on inside it. */
export function readEntries(
  record: string,
  journals: readonly string[],
  { entriesSince: since, entriesSkip: skip = 0 }: EntriesFrom,
  authorOf: AuthorOf,
): Entries {
  if (journals.length === 0) return { entries: [], hasMoreEntries: false }
  const row = new GlideRecord('sys_journal_field')
  row.addQuery('element_id', record)
  row.addQuery('element', 'IN', journals.join(','))
  if (since) row.addQuery('sys_created_on', '>=', glideTimeOf(since))
  row.orderBy('sys_created_on')
  row.orderBy('sys_id')
  row.chooseWindow(skip, skip + INSTANCE_SYNC_LIMITS.entries + 1, false)
  row.query()
  const entries: InstanceEntry[] = []
  while (row.next()) entries.push(entryOf(row, authorOf))
  const hasMoreEntries = entries.length > INSTANCE_SYNC_LIMITS.entries
  return { entries: withOrigins(entries.slice(0, INSTANCE_SYNC_LIMITS.entries)), hasMoreEntries }
}

function entryOf(row: GlideRecord<string>, authorOf: AuthorOf): InstanceEntry {
  const journal = row.getValue('element')
  return {
    id: row.getUniqueValue(),
    journal,
    body: row.getValue('value') ?? '',
    author: authorOf(row.getValue('sys_created_by') ?? ''),
    at: isoOf(row.getValue('sys_created_on')),
    internal: !isVisibleJournal(journal),
  }
}

/** An entry that we wrote is no news to anybody: it says which one it tells again. */
function withOrigins(entries: readonly InstanceEntry[]): readonly InstanceEntry[] {
  if (entries.length === 0) return entries
  const row = new GlideRecord(TABLES.effect)
  row.addQuery('target', 'IN', entries.map(({ id }) => id).join(','))
  row.query()
  const written = new Map<string, { readonly key: string; readonly origin?: string }>()
  while (row.next()) {
    const origin = row.getValue('origin')
    written.set(row.getValue('target') ?? '', { key: row.getValue('name'), ...(origin ? { origin } : {}) })
  }
  return entries.map((entry) => ({ ...entry, ...written.get(entry.id) }))
}
