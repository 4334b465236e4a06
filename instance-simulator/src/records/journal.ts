import type { Row, TableDefinition } from '../contracts.ts'
import type { RowTables } from './row-tables.ts'
import { isJournal } from './row-values.ts'

export interface JournalEntry {
  readonly element: string
  readonly text: string
}

/** What the given values add to the table's journals; an empty text adds nothing. */
export function journalEntries(table: TableDefinition, values: Row): readonly JournalEntry[] {
  return Object.entries(values).flatMap(([element, text]) => {
    const type = table.columns.get(element)?.type
    return type !== undefined && isJournal(type) && text !== '' ? [{ element, text }] : []
  })
}

/** sys_journal_field rows of a record's field, newest first. */
export function readJournal(rows: RowTables, sysId: string, element: string): readonly Row[] {
  const found = [...rows.rows('sys_journal_field').values()]
  return found.filter((row) => row['element_id'] === sysId && row['element'] === element).toReversed()
}

/** The text that forms and `sysparm_display_value=true` show: every entry with its time, author and kind. */
export function journalText(entries: readonly Row[], label: string, nameOf: (userName: string) => string): string {
  return entries
    .map((entry) => {
      const who = nameOf(entry['sys_created_by'] ?? '')
      return `${entry['sys_created_on'] ?? ''} - ${who} (${label})\n${entry['value'] ?? ''}\n\n`
    })
    .join('')
}
