import type { DescribedTable } from '@accord/shared/schemas'

import type { Field, Fields, LocalRecord } from '../record.ts'

type DescribedField = DescribedTable['fields'][number]

/** A record of this table as it stands before anybody writes a field. */
export const draftOf = (described: DescribedTable): LocalRecord => ({
  table: described.table,
  key: '',
  fields: emptyFields(described.fields),
  comments: [],
  files: [],
})

/** Fields that may be written and not read: rules write them without knowing what stands there. */
export const writeOnlyFields = ({ fields }: DescribedTable): Fields =>
  emptyFields(fields.filter(({ mayRead, mayWrite }) => mayWrite && !mayRead))

const emptyFields = (fields: readonly DescribedField[]): Fields =>
  Object.fromEntries(fields.map((field) => [field.name, emptyField(field)]))

function emptyField({ type, table = '', choices = [] }: DescribedField): Field {
  switch (type) {
    case 'boolean':
      return { type, value: false }
    case 'choice':
      return { type, value: '', label: '', choices }
    case 'reference':
      return { type, table, value: '', display: '' }
    case 'number':
      return { type, value: null }
    case 'text':
      return { type, value: '' }
  }
}
