import type { ConditionField, ConditionFields, ConditionFieldsQuery, DescribedTable } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import type { ConfigurationContext } from './configuration-context.ts'
import { configuredTable } from './read-configuration.ts'

type DescribedField = DescribedTable['fields'][number]

/** Of every record: a condition may ask for them without sync access, and who writes one usually asks for one of them. */
const TIMES: readonly ConditionField[] = [
  { path: 'sys_created_on', label: 'Created', type: 'time', choices: [] },
  { path: 'sys_updated_on', label: 'Updated', type: 'time', choices: [] },
]

/**
 * The fields of a table that may leave, each reference with what may leave of the record it points at: what the tracker would let a
 * condition ask about. Throws `connection_unknown`.
 */
export async function readConditionFields(
  context: ConfigurationContext,
  connectionId: string,
  query: ConditionFieldsQuery,
): Promise<ConditionFields> {
  const { db } = context.database
  if (!(await findConnection(db, connectionId))) throw new Refusal('connection_unknown')
  const table = query.table ?? (await configuredTable(db, connectionId)).table
  return { fields: fieldsOf((await context.tables.of(context)) ?? [], table) }
}

/** By their labels; none of a table that is closed. */
export function fieldsOf(tables: readonly DescribedTable[], table: string): ConditionField[] {
  const described = tables.find((each) => each.table === table)
  if (!described) return []
  const own = readable(described).flatMap((field) => [fieldOf(field), ...behind(field, tables)])
  const known = new Set(own.map(({ path }) => path))
  const fields = [...own, ...TIMES.filter(({ path }) => !known.has(path))]
  return fields.toSorted((one, other) => one.label.localeCompare(other.label))
}

const readable = ({ fields }: DescribedTable): readonly DescribedField[] => fields.filter(({ mayRead }) => mayRead)

const fieldOf = ({ name, label, type, choices }: DescribedField): ConditionField => ({
  path: name,
  label: label || name,
  type: TIMES.some(({ path }) => path === name) ? 'time' : type,
  choices: choices ?? [],
})

/** One step further: nobody finds anything in a list of what is behind that. */
function behind(reference: DescribedField, tables: readonly DescribedTable[]): ConditionField[] {
  const there = reference.type === 'reference' && tables.find(({ table }) => table === reference.table)
  if (!there) return []
  return readable(there)
    .map(fieldOf)
    .map((field) => ({
      ...field,
      path: `${reference.name}.${field.path}`,
      label: `${reference.label} › ${field.label}`,
    }))
}
