import type { Caller, Row } from '../../contracts.ts'
import { absentField } from '../../engine/glide/records/absent-fields.ts'
import type { RestParts } from '../parts.ts'
import { RestError } from '../rest-error.ts'

/** Field values of a request body, as strings. Names that are no columns are left out, as the platform does. */
export function readInput(parts: RestParts, table: string, body: unknown, caller: Caller, isDisplayValue = false): Row {
  if (Array.isArray(body)) throw new RestError('unreadableBody', { detail: 'One record for each request' })
  if (typeof body !== 'object' || body === null) throw new RestError('unreadableBody')
  const columns = parts.store.findTable(table)?.columns
  const values = Object.entries(body).flatMap(([name, raw]): [string, string][] => {
    const column = columns?.get(name)
    const absent = column ? undefined : absentField(name)
    if (absent !== undefined) parts.ledger.notSimulated(absent)
    if (!column) return []
    const text = toText(raw)
    return [[name, isDisplayValue ? parts.store.valueOfDisplay(table, name, text, caller) : text]]
  })
  return Object.fromEntries(values)
}

function toText(raw: unknown): string {
  if (raw === null || raw === undefined) return ''
  return typeof raw === 'object' ? JSON.stringify(raw) : String(raw as string | number | boolean)
}
