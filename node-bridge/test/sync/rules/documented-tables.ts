import type { DescribedTable } from '@accord/shared/schemas'

import type { Field } from '../../../src/trackers/record.ts'
import { incident } from './incidents.ts'

const described = (name: string, field: Field): DescribedTable['fields'][number] => ({
  name,
  label: name,
  type: field.type,
  maxLength: 0,
  mayRead: true,
  mayWrite: true,
  ...(field.type === 'reference' ? { table: field.table } : {}),
  ...(field.type === 'choice' ? { choices: [...field.choices] } : {}),
})

const table = (name: string, fields: Readonly<Record<string, Field>>): DescribedTable => ({
  table: name,
  label: name,
  mayCreate: true,
  mayReadFiles: true,
  mayWriteFiles: true,
  fields: Object.entries(fields).map(([field, value]) => described(field, value)),
  journals: [],
})

const text = { type: 'text', value: '' } as const

/** The tables of the document's examples, as an instance describes them. */
export const DOCUMENTED: readonly DescribedTable[] = [
  table('incident', incident().fields),
  table('sys_user', { name: text, email: text, user_name: text }),
  table('sys_user_group', { name: text }),
]
