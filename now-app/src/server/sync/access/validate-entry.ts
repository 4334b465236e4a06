import { GlideRecord, gs } from '@servicenow/glide'
import { isClosedTable, isJournalInput, isJournalType, isReadOnlyTable, isSecretType } from './closed-tables.ts'

/**
 * Before an entry of sync access is saved: says at once what would have no effect later. What never opens stays closed without this
 * rule too.
 */
export function validateEntry(current: GlideRecord<string>): void {
  const faults = faultsOf(current)
  if (faults.length === 0) return
  gs.addErrorMessage(faults.join(' '))
  current.setAbortAction(true)
}

function faultsOf(entry: GlideRecord<string>): readonly string[] {
  const table = entry.getValue('table_name') ?? ''
  const row = new GlideRecord(table)
  if (!row.isValid()) return [`There is no table ${table}.`]
  if (isClosedTable(table)) return [`Accord never opens ${table}: it holds rights, secrets or scripts.`]
  const typeOf = (name: string): string => row.getElement(name)?.getED().getInternalType() ?? ''
  const isPlain = (name: string): boolean =>
    typeOf(name) !== '' && !isSecretType(typeOf(name)) && !isJournalType(typeOf(name))
  const isWritable = (name: string): boolean => isPlain(name) && !name.startsWith('sys_') && !isReadOnlyTable(table)
  const isJournal = (name: string): boolean => isJournalInput(typeOf(name))
  return [
    ...named(entry, 'read_fields', (name) => !isPlain(name), 'no fields that may leave'),
    ...named(entry, 'write_fields', (name) => !isWritable(name), 'no fields that Accord may write'),
    ...named(entry, 'read_journals', (name) => !isJournal(name), 'no journals'),
    ...named(entry, 'write_journals', (name) => !isJournal(name) || isReadOnlyTable(table), 'no journals to write to'),
  ]
}

function named(
  entry: GlideRecord<string>,
  column: string,
  isWrong: (name: string) => boolean,
  what: string,
): readonly string[] {
  const names = (entry.getValue(column) ?? '').split(',').map((name) => name.trim())
  const wrong = names.filter((name) => name !== '' && isWrong(name))
  return wrong.length > 0 ? [`${wrong.join(', ')}: ${what} of ${entry.getValue('table_name')}.`] : []
}
