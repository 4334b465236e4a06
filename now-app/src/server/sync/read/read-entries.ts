import { INSTANCE_SYNC_LIMITS } from '@accord/shared/protocol'
import type { InstanceEntry } from '@accord/shared/schemas'
import { GlideRecord } from '@servicenow/glide'
import { TABLES } from '../../names.ts'
import { glideTimeAgo, glideTimeOf, isoOf } from '../../platform/glide-time.ts'
import { SYNC_USER } from '../names.ts'
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
  const found: FoundEntry[] = []
  while (row.next())
    found.push({ entry: entryOf(row, authorOf), isOurs: row.getValue('sys_created_by') === SYNC_USER.userName })
  const hasMoreEntries = found.length > INSTANCE_SYNC_LIMITS.entries
  return { entries: withOrigins(record, found.slice(0, INSTANCE_SYNC_LIMITS.entries)), hasMoreEntries }
}

interface FoundEntry {
  readonly entry: InstanceEntry
  /** Written as the sync user. */
  readonly isOurs: boolean
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

/**
 * An entry that we wrote is no news to anybody: it says which one it tells again. A run that died may have written one without noting
 * that: until the next run does, whoever reads it must not take it for an entry of this side.
 */
function withOrigins(record: string, found: readonly FoundEntry[]): readonly InstanceEntry[] {
  if (found.length === 0) return []
  const row = new GlideRecord(TABLES.effect)
  row.addQuery('target', 'IN', found.map(({ entry }) => entry.id).join(','))
  row.query()
  const written = new Map<string, { readonly key: string; readonly origin?: string }>()
  while (row.next()) {
    const origin = row.getValue('origin')
    written.set(row.getValue('target') ?? '', { key: row.getValue('name'), ...(origin ? { origin } : {}) })
  }
  const isUnnamed = ({ entry, isOurs }: FoundEntry) => isOurs && !written.has(entry.id)
  const isWriting = found.some(isUnnamed) && isWritingEntries(record)
  return found.map((each) => ({
    ...each.entry,
    ...written.get(each.entry.id),
    ...(isWriting && isUnnamed(each) ? { pending: true } : {}),
  }))
}

/** An entry is intended and not done. One that is intended for longer will not be written any more. */
function isWritingEntries(record: string): boolean {
  const row = new GlideRecord(TABLES.effect)
  row.addQuery('record', record)
  row.addQuery('kind', 'entry')
  row.addQuery('state', 'intended')
  row.addQuery('sys_created_on', '>', glideTimeAgo(INSTANCE_SYNC_LIMITS.noticeMs))
  row.setLimit(1)
  row.query()
  return row.hasNext()
}
