import type { DescribedTable } from '@accord/shared/schemas'
import { GlideRecord } from '@servicenow/glide'
import { choicesOf, kindOf } from '../read/field-of.ts'
import type { ChoiceLists } from '../read/field-of.ts'
import { isVisibleJournal } from '../read/read-entries.ts'
import { isJournalInput } from './closed-tables.ts'
import { listAccess } from './sync-access.ts'
import type { SyncAccess } from './sync-access.ts'

/** Every table that is open, with what of it: for the editor of rules, and to say beforehand what will be missing. */
export const describeAccess = (): DescribedTable[] =>
  listAccess()
    .filter(({ table }) => new GlideRecord(table).isValid())
    .map(describe)

function describe(access: SyncAccess): DescribedTable {
  const row = new GlideRecord(access.table)
  const lists: ChoiceLists = new Map()
  return {
    table: access.table,
    label: row.getClassDisplayValue(),
    mayCreate: access.mayCreate,
    mayDelete: access.mayDelete,
    mayReadFiles: access.readFiles,
    mayWriteFiles: access.writeFiles,
    fields: together(access.readFields, access.writeFields).flatMap((name) => fieldsOf(access, row, name, lists)),
    journals: together(access.readJournals, access.writeJournals).flatMap((name) => journalsOf(access, row, name)),
  }
}

function fieldsOf(
  access: SyncAccess,
  row: GlideRecord<string>,
  name: string,
  lists: ChoiceLists,
): DescribedTable['fields'] {
  const element = row.getElement(name)
  const type = kindOf(row, name, lists)
  if (!element || !type) return []
  const described = {
    name,
    label: element.getED().getLabel(),
    type,
    maxLength: element.getED().getLength(),
    mayRead: access.readFields.includes(name),
    mayWrite: access.writeFields.includes(name),
  }
  if (type === 'reference') return [{ ...described, table: element.getReferenceTable() ?? '' }]
  return [type === 'choice' ? { ...described, choices: choicesOf(access.table, name, element, lists) } : described]
}

function journalsOf(access: SyncAccess, row: GlideRecord<string>, name: string): DescribedTable['journals'] {
  const descriptor = row.getElement(name)?.getED()
  if (!descriptor || !isJournalInput(descriptor.getInternalType())) return []
  const mayRead = access.readJournals.includes(name)
  const mayWrite = access.writeJournals.includes(name)
  return [{ name, label: descriptor.getLabel(), internal: !isVisibleJournal(name), mayRead, mayWrite }]
}

const together = (...lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())]
