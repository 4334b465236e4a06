import type { Row, TableDefinition } from '../contracts.ts'
import type { RowTables } from './row-tables.ts'
import { isJournal } from './row-values.ts'

/** The sys_journal_field rows that the given values mean; an empty text adds nothing. */
export function journalEntries(table: TableDefinition, sysId: string, values: Row): readonly Row[] {
  return Object.entries(values).flatMap(([element, text]) => {
    const type = table.columns.get(element)?.type
    if (type === undefined || !isJournal(type) || text === '') return []
    return [{ name: table.name, element, element_id: sysId, value: text }]
  })
}

/** The journals that a field shows: itself, or for a list such as comments_and_work_notes all that one can write to. */
export function journalElements(columns: TableDefinition['columns'] | undefined, element: string): readonly string[] {
  if (columns?.get(element)?.type !== 'journal_list') return [element]
  return [...columns.values()].filter(({ type }) => type === 'journal_input').map(({ name }) => name)
}

/** sys_journal_field rows of a record's fields, newest first. */
export function readJournal(rows: RowTables, sysId: string, elements: readonly string[]): readonly Row[] {
  const found = rows.having('sys_journal_field', 'element_id', [sysId])
  return found.filter((row) => elements.includes(row['element'] ?? '')).toReversed()
}

/** How an entry is introduced. */
export interface JournalWords {
  readonly labelOf: (element: string) => string
  readonly nameOf: (userName: string) => string
  readonly timeOf: (stored: string) => string
}

/** The text that forms and `sysparm_display_value=true` show: every entry with its time, author and kind. */
export function journalText(entries: readonly Row[], { labelOf, nameOf, timeOf }: JournalWords): string {
  return entries
    .map((entry) => {
      const who = nameOf(entry['sys_created_by'] ?? '')
      return `${timeOf(entry['sys_created_on'] ?? '')} - ${who} (${labelOf(entry['element'] ?? '')})\n${entry['value'] ?? ''}\n\n`
    })
    .join('')
}
