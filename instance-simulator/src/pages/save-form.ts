import { isShownByManners } from '../records/manners.ts'
import type { Caller, MutationAborted, Row, Session, SimulatorParts, TableDefinition } from '../contracts.ts'

export interface SubmittedForm {
  readonly table: TableDefinition
  /** `-1` for a new record. */
  readonly sysId: string
  /** Only what differs from the stored row and what the caller may write. */
  readonly values: Row
}

const lastOf = (value: string | string[]) => (Array.isArray(value) ? (value.at(-1) ?? '') : value)

/** Reads `<table>.<field>` inputs. A password left empty is left alone; fields that may not be written are dropped. */
export async function readForm(
  parts: SimulatorParts,
  table: TableDefinition,
  fields: Readonly<Record<string, string | string[] | undefined>>,
  caller: Caller,
): Promise<SubmittedForm> {
  const sysId = lastOf(fields['sys_id'] ?? '-1')
  const stored = sysId === '-1' ? undefined : parts.store.find(table.name, sysId)
  const values: Record<string, string> = {}
  for (const column of table.columns.values()) {
    const given = fields[`${table.name}.${column.name}`]
    if (given === undefined) continue
    const typed = lastOf(given).replaceAll('\r\n', '\n')
    const value = isShownByManners(column.type)
      ? parts.store.valueOfDisplay(table.name, column.name, typed, caller)
      : typed
    const secret = column.type === 'password2' || column.type.startsWith('journal')
    if (secret ? value === '' : value === (stored?.[column.name] ?? '')) continue
    const operation = stored ? 'write' : 'create'
    const { allowed } = await parts.access.decide(operation, table.name, stored, column.name, caller)
    if (allowed && column.readOnly !== true) values[column.name] = value
  }
  return { table, sysId: stored ? sysId : '-1', values }
}

const isAborted = (error: unknown): error is MutationAborted =>
  error instanceof Error && 'code' in error && error.code === 'mutation_aborted'

/** Insert, update or delete under the table's ACLs. The row, or undefined with the reason in the session's messages. */
export async function saveForm(
  parts: SimulatorParts,
  { table, sysId, values }: SubmittedForm,
  mutation: 'insert' | 'update' | 'delete',
  session: Session,
  caller: Caller,
): Promise<Row | undefined> {
  const operation = { insert: 'create', update: 'write', delete: 'delete' } as const
  const row = mutation === 'insert' ? undefined : parts.store.find(table.name, sysId)
  const { allowed } = await parts.access.decide(operation[mutation], table.name, row, undefined, caller)
  if (!allowed) {
    session.messages.push({ kind: 'error', text: `You are not allowed to ${mutation} this record.` })
    return undefined
  }
  try {
    return await parts.engine.mutate(mutation, table.name, mutation === 'insert' ? undefined : sysId, values, caller)
  } catch (error) {
    if (!isAborted(error)) throw error
    // What the rule said has reached the session already, by the engine.
    session.messages.push({ kind: 'error', text: 'Invalid update: a business rule refused it.' })
    return undefined
  }
}
