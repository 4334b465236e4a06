import { GlideRecord, gs } from '@servicenow/glide'
import { lastErrorMessage } from '../platform/last-error-message.ts'
import { Refusal } from '../http/refusal.ts'

const LONGEST = 400

/** Thrown when a rule or policy of this instance has refused a row: says which table, and what the rule said. */
export function rowRefused(row: GlideRecord<string>): Refusal {
  const said = row.getLastErrorMessage() || lastErrorMessage()
  return new Refusal('row_refused', `${row.getTableName()}: ${said || 'refused without a word'}`.slice(0, LONGEST))
}

/** Deletes every row that the query finds, one by one: `deleteMultiple` does not tell that a rule has refused one. */
export function removeRows(rows: GlideRecord<string>): void {
  rows.query()
  while (rows.next()) removeRow(rows)
}

export function removeRow(row: GlideRecord<string>): void {
  const sysId = row.getUniqueValue()
  if (!row.deleteRecord() && isThere(row.getTableName(), sysId)) throw rowRefused(row)
}

/** Updates an existing row. Where the row was deleted meanwhile, that is no refusal. */
export function updateRow(row: GlideRecord<string>): void {
  const sysId = row.getUniqueValue()
  if (!row.update() && isThere(row.getTableName(), sysId)) throw rowRefused(row)
}

const isThere = (table: string, sysId: string): boolean => Boolean(new GlideRecord(table).get(sysId))

/** For work whose answer a person waits for: the node tells again what could not be stored, and names why. */
export function unlessRefused(work: () => void): void {
  try {
    work()
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code !== 'row_refused') throw thrown
    gs.warn(`Accord: a rule of this instance refuses a row of a connection: ${thrown.detail}`)
  }
}
