import { GlideRecord } from '@servicenow/glide'
import { say } from '../../messages.ts'
import { isClosedTable, isJournalInput, isJournalType, isReadOnlyTable, isSecretType } from './closed-tables.ts'
import type { SyncAccess } from './sync-access.ts'

/** Names in one list of an entry that would have no effect. */
export interface AccessFault {
  readonly names: readonly string[]
  readonly sentence: string
}

/** As long as the column that keeps a list of names. */
const FIELDS_CHARS = 4000
const JOURNALS_CHARS = 400

type Fault = Parameters<typeof say>[0]

type Named = Omit<SyncAccess, 'mayCreate' | 'mayDelete' | 'readFiles' | 'writeFiles'>

/** Whether a field can be opened at all: to leave, and to be written. */
export interface Openness {
  readonly mayLeave: boolean
  readonly mayBeWritten: boolean
}

export function opennessOf(row: GlideRecord<string>, name: string): Openness {
  const type = typeOf(row, name)
  const mayLeave = type !== '' && !isSecretType(type) && !isJournalType(type)
  return { mayLeave, mayBeWritten: mayLeave && !name.startsWith('sys_') && !isReadOnlyTable(row.getTableName()) }
}

export const isOpenableJournal = (row: GlideRecord<string>, name: string): boolean => isJournalInput(typeOf(row, name))

/** What of an entry could never open: names that do not exist, secrets, closed tables. */
export function faultsOfAccess(entry: Named): readonly AccessFault[] {
  const { table } = entry
  const row = new GlideRecord(table)
  if (!row.isValid()) return [{ names: [table], sentence: say('noTable', table) }]
  if (isClosedTable(table)) return [{ names: [table], sentence: say('closedTable', table) }]
  const isReadOnly = isReadOnlyTable(table)
  const wrong = (names: readonly string[], isRight: (name: string) => boolean, what: Fault): AccessFault[] => {
    const found = names.filter((name) => !isRight(name))
    return found.length > 0 ? [{ names: found, sentence: say(what, found.join(', '), table) }] : []
  }
  const isJournal = (name: string): boolean => isOpenableJournal(row, name)
  return [
    ...wrong(entry.readFields, (name) => opennessOf(row, name).mayLeave, 'mayNotLeave'),
    ...wrong(entry.writeFields, (name) => opennessOf(row, name).mayBeWritten, 'mayNotBeWritten'),
    ...wrong(entry.readJournals, isJournal, 'noJournals'),
    ...wrong(entry.writeJournals, (name) => isJournal(name) && !isReadOnly, 'noWritableJournals'),
    ...tooLong(entry),
  ]
}

/** A column that is cut off would close what comes last, or open another name than was meant. */
function tooLong({ table, readFields, writeFields, readJournals, writeJournals }: Named): readonly AccessFault[] {
  const isLong =
    [readFields, writeFields].some((names) => names.join(',').length > FIELDS_CHARS) ||
    [readJournals, writeJournals].some((names) => names.join(',').length > JOURNALS_CHARS)
  return isLong ? [{ names: [table], sentence: say('listsTooLong', table) }] : []
}

const typeOf = (row: GlideRecord<string>, name: string): string => row.getElement(name)?.getED().getInternalType() ?? ''
