import type { DescribedTable } from '@accord/shared/schemas'

import type { MemoryTable } from './memory-records.ts'

const JOURNALS = [
  { name: 'comments', label: 'Additional comments', internal: false, mayRead: true, mayWrite: true },
  { name: 'work_notes', label: 'Work notes', internal: true, mayRead: true, mayWrite: true },
]

/** Tables as an instance would describe them whose admin has opened all of each. */
export const dictionaryOf = (tables: Readonly<Record<string, MemoryTable>>): DescribedTable[] =>
  Object.entries(tables).map(([table, { draft }]) => ({
    table,
    label: table,
    mayCreate: true,
    mayDelete: true,
    mayReadFiles: true,
    mayWriteFiles: true,
    journals: JOURNALS,
    syncUser: {
      checkedAt: '2026-11-29T11:00:00.000Z',
      mayRead: true,
      mayWrite: true,
      mayCreate: true,
      mayDelete: true,
      closedFields: ['close_notes'],
    },
    fields: Object.entries(draft).map(([name, field]) => ({
      name,
      label: name,
      type: field.type,
      maxLength: field.type === 'text' ? 4_000 : 40,
      mayRead: true,
      mayWrite: name !== 'number',
      ...(field.type === 'reference' && { table: field.table }),
      ...(field.type === 'choice' && { choices: [...(field.choices ?? [])] }),
    })),
  }))
