import type { Caller, SimulatorParts, TableDefinition } from '../contracts.ts'
import { html, type Html } from './html.ts'
import { inLanguageOf } from './in-language-of.ts'
import { readList, type ListModel } from './list-model.ts'

/** A list inside a form: the rows of `table` whose `field` refers to the record. */
export interface ListElement {
  readonly table: TableDefinition
  readonly field: string
}

export interface EmbeddedList {
  readonly table: TableDefinition
  readonly model: ListModel
}

const MOST_ROWS = 20
/** `12M.<parent table>.<table>.<field>`, as the platform writes it. */
const ONE_TO_MANY = /^12M\.[a-z0-9_]+\.([a-z0-9_]+)\.([a-z0-9_]+)$/

export function listElementOf({ store }: SimulatorParts, element: string): ListElement | undefined {
  const [, name = '', field = ''] = ONE_TO_MANY.exec(element) ?? []
  const table = store.findTable(name)
  return table?.columns.has(field) ? { table, field } : undefined
}

/** The rows that a query finds, as the list of their table shows them. */
export async function readFound(
  parts: SimulatorParts,
  stored: TableDefinition,
  encoded: string,
  caller: Caller,
): Promise<EmbeddedList> {
  const table = inLanguageOf(parts, caller, stored)
  return { table, model: await readList(parts, { table, encoded, offset: 0, limit: MOST_ROWS }, caller) }
}

/** The column that names the record itself is left out, as on the platform. */
export async function readEmbedded(
  parts: SimulatorParts,
  { table, field }: ListElement,
  sysId: string,
  caller: Caller,
): Promise<EmbeddedList> {
  const found = await readFound(parts, table, `${field}=${sysId}`, caller)
  const { columns, rows, ...rest } = found.model
  const at = columns.findIndex(({ name }) => name === field)
  const without = <T>(all: readonly T[]) => all.filter((_, index) => index !== at)
  const model = { ...rest, columns: without(columns), rows: rows.map((row) => ({ ...row, cells: without(row.cells) })) }
  return { table: found.table, model }
}

export const embeddedListHtml = ({ table, model }: EmbeddedList): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${table.label} rows">
      <table>
        <thead>
          <tr>
            ${model.columns.map(({ label }) => html`<th scope="col">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${
            model.rows.length === 0
              ? html`<tr>
                  <td class="empty" colspan="${model.columns.length}">No records to display</td>
                </tr>`
              : model.rows.map(
                  ({ sysId, cells }) =>
                    html`<tr>
                      ${cells.map(({ text }, index) => {
                        if (index > 0) return html`<td>${text}</td>`
                        return html`<td><a href="/${table.name}.do?sys_id=${sysId}">${text || sysId}</a></td>`
                      })}
                    </tr>`,
                )
          }
        </tbody>
      </table>
    </div>
    <div class="foot"><span>${model.rows.length} of ${model.total}</span></div>`
