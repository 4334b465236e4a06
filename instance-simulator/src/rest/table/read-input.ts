import type { ColumnDefinition, Row } from '../../contracts.ts'
import { systemCaller } from '../../access/system-callers.ts'
import { isReference } from '../../records/row-values.ts'
import type { RestParts } from '../parts.ts'
import { RestError } from '../rest-error.ts'

/** Field values of a request body, as strings. Names that are no columns are left out, as the platform does. */
export function readInput(parts: RestParts, table: string, body: unknown, isDisplayValue: boolean): Row {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new RestError('unreadableBody')
  const columns = parts.store.findTable(table)?.columns
  const values = Object.entries(body).flatMap(([name, raw]): [string, string][] => {
    const column = columns?.get(name)
    if (!column) return []
    const text = toText(raw)
    return [[name, isDisplayValue ? fromDisplayValue(parts, table, column, text) : text]]
  })
  return Object.fromEntries(values)
}

function toText(raw: unknown): string {
  if (raw === null || raw === undefined) return ''
  return typeof raw === 'object' ? JSON.stringify(raw) : String(raw as string | number | boolean)
}

/** With `sysparm_input_display_value=true`: names of people for their sys_ids, labels of choices for their values. */
function fromDisplayValue({ store }: RestParts, table: string, column: ColumnDefinition, text: string): string {
  if (text === '') return ''
  if (isReference(column) && column.reference !== undefined) {
    if (store.find(column.reference, text)) return text
    const display = store.schema.displayColumn(column.reference)
    const [found] =
      display === undefined
        ? []
        : store.query(column.reference, { encoded: `${display}=${text}`, limit: 1 }, systemCaller)
    return found?.['sys_id'] ?? ''
  }
  const encoded = `nameIN${store.schema.ancestry(table).join(',')}^element=${column.name}^label=${text}`
  const [choice] = store.query('sys_choice', { encoded, limit: 1 }, systemCaller)
  return choice?.['value'] ?? text
}
