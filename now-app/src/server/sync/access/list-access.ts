import type { OpenableTable, SyncAccessList, SyncAccessTable } from '@accord/shared/schemas'
import { GlideRecord } from '@servicenow/glide'
import { TABLES } from '../../names.ts'
import { secureRecord } from '../../platform/secure-record.ts'
import { isNoticed } from '../watches/is-noticed.ts'
import { kindOf } from '../read/field-of.ts'
import type { ChoiceLists } from '../read/field-of.ts'
import { isVisibleJournal } from '../read/read-entries.ts'
import { mayChangeAccess } from './change-access.ts'
import { isClosedTable, isReadOnlyTable } from './closed-tables.ts'
import { isOpenableJournal, opennessOf } from './faults-of-access.ts'
import { listAccess } from './sync-access.ts'
import type { SyncAccess } from './sync-access.ts'

/** `fluent/privileges` says so to the platform. */
const PRIVILEGED = ['incident', 'sys_user', 'sys_user_group']

type Field = OpenableTable['fields'][number]
type Journal = OpenableTable['journals'][number]

/** What is open now, for people. */
export const describeList = (): SyncAccessList => ({
  mayChange: mayChangeAccess(),
  tables: listAccess(secureRecord(TABLES.syncAccess)).map(describeEntry),
})

function describeEntry(access: SyncAccess): SyncAccessTable {
  const row = new GlideRecord(access.table)
  const isTable = row.isValid()
  const fieldNames = once([...access.readFields, ...access.writeFields])
  const journalNames = once([...access.readJournals, ...access.writeJournals])
  const fields = isTable ? fieldsOf(row, fieldNames) : []
  const journals = isTable ? journalsOf(row, journalNames) : []
  const shown = [...fields, ...journals].map(({ name }) => name)
  return {
    table: access.table,
    label: isTable ? row.getClassDisplayValue() : access.table,
    mayCreate: access.mayCreate,
    mayDelete: access.mayDelete,
    mayReadFiles: access.readFiles,
    mayWriteFiles: access.writeFiles,
    isNoticed: isTable && isNoticed(access.table),
    isPrivileged: PRIVILEGED.includes(access.table),
    fields: fields.map((field) => ({
      ...field,
      mayRead: access.readFields.includes(field.name),
      mayWrite: access.writeFields.includes(field.name),
    })),
    journals: journals.map((journal) => ({
      ...journal,
      mayRead: access.readJournals.includes(journal.name),
      mayWrite: access.writeJournals.includes(journal.name),
    })),
    lost: [...fieldNames, ...journalNames].filter((name) => !shown.includes(name)),
  }
}

/** Everything of a table that an entry could open; undefined for a table that no entry opens, or that is not there. */
export function describeOpenable(table: string): OpenableTable | undefined {
  if (isClosedTable(table)) return undefined
  const row = new GlideRecord(table)
  if (!row.isValid()) return undefined
  const names = (row.getElements() as unknown as readonly { getName(): string }[]).map((element) => element.getName())
  return {
    table,
    label: row.getClassDisplayValue(),
    isReadOnly: isReadOnlyTable(table),
    fields: fieldsOf(row, names),
    journals: journalsOf(row, names),
  }
}

function fieldsOf(row: GlideRecord<string>, names: readonly string[]): Field[] {
  const lists: ChoiceLists = new Map()
  return names.flatMap((name) => {
    const element = row.getElement(name)
    const type = kindOf(row, name, lists)
    if (!element || !type || !opennessOf(row, name).mayLeave) return []
    const field = { name, label: element.getED().getLabel(), type }
    return [type === 'reference' ? { ...field, table: element.getReferenceTable() ?? '' } : field]
  })
}

const journalsOf = (row: GlideRecord<string>, names: readonly string[]): Journal[] =>
  names
    .filter((name) => isOpenableJournal(row, name))
    .map((name) => ({
      name,
      label: row.getElement(name)?.getED().getLabel() ?? name,
      internal: !isVisibleJournal(name),
    }))

const once = (names: readonly string[]): readonly string[] => [...new Set(names)]
