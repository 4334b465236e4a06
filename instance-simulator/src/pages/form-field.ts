import { isShownByManners } from '../records/manners.ts'
import type { Caller, ColumnDefinition, Row, SimulatorParts } from '../contracts.ts'
import { html, trusted, type Content, type Html } from './html.ts'

export interface FieldView {
  readonly column: ColumnDefinition
  readonly table: string
  readonly value: string
  readonly display: string
  readonly writable: boolean
  /** Entries of a journal, newest first. */
  readonly journal: string
  /** Rows to choose from for a reference, when there are few. */
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

const MAX_REFERENCE_CHOICES = 200
const LONG_TEXT = 255
const isJournal = (type: string) => type.startsWith('journal')

function referenceChoices(parts: SimulatorParts, reference: string, caller: Caller) {
  if (!parts.store.findTable(reference) || parts.store.count(reference, '', caller) > MAX_REFERENCE_CHOICES) return []
  const display =
    [...(parts.store.findTable(reference)?.columns.values() ?? [])].find((column) => column.display)?.name ?? 'name'
  const rows = parts.store.query(reference, { orderBy: [{ field: display, descending: false }] }, caller)
  return rows.map((row) => ({ value: row['sys_id'] ?? '', label: row[display] || (row['sys_id'] ?? '') }))
}

/** What the caller may see of one field; undefined when he may not read it. */
export async function fieldView(
  parts: SimulatorParts,
  table: string,
  row: Row,
  isNew: boolean,
  column: ColumnDefinition,
  caller: Caller,
): Promise<FieldView | undefined> {
  const subject = isNew ? undefined : row
  const readable = await parts.access.decide('read', table, subject, column.name, caller)
  if (!isNew && !readable.allowed) return undefined
  const writable = await parts.access.decide(isNew ? 'create' : 'write', table, subject, column.name, caller)
  const value = row[column.name] ?? ''
  const viewer = parts.store.viewerOf(caller)
  const choices =
    column.reference === undefined
      ? parts.store.choicesOf(table, column.name, viewer.language)
      : referenceChoices(parts, column.reference, caller)
  return {
    column,
    table,
    value,
    display: parts.store.displayValue(table, column.name, value, viewer),
    writable: writable.allowed && column.readOnly !== true,
    journal:
      isJournal(column.type) && !isNew ? parts.store.journalText(table, row['sys_id'] ?? '', column.name, viewer) : '',
    choices,
  }
}

function select({ value, display, choices, column }: FieldView, shared: Html): Html {
  const listed = choices.some((choice) => choice.value === value) || value === ''
  const all = listed ? choices : [{ value, label: display || value }, ...choices]
  return html`<select ${shared}>
    ${column.mandatory !== true && html`<option value="">-- None --</option>`}
    ${all.map((choice) => html`<option value="${choice.value}" ${choice.value === value && trusted(' selected')}>${choice.label}</option>`)}
  </select>`
}

function readOnlyControl({ column, value, display, table }: FieldView, id: string): Html {
  const shown = column.type === 'password2' ? (value === '' ? '' : '********') : display || value
  const link =
    column.reference !== undefined && value !== '' && html` <a href="/${column.reference}.do?sys_id=${value}">Open</a>`
  void table
  return shown.length > LONG_TEXT
    ? html`<textarea id="${id}" readonly>${shown}</textarea>`
    : html`<span><input type="text" id="${id}" value="${shown}" readonly />${link}</span>`
}

function control(view: FieldView, id: string): Content {
  const { column } = view
  // Times are typed as they are shown: in the person's zone and patterns.
  const value = isShownByManners(column.type) ? view.display : view.value
  const required = column.mandatory === true && trusted(' required')
  const shared = html`id="${id}" name="${id}"${required}`
  if (isJournal(column.type)) return view.writable && html`<textarea ${shared}></textarea>`
  if (!view.writable) return readOnlyControl(view, id)
  if (column.type === 'boolean') {
    return html`<span
      ><input type="hidden" name="${id}" value="0" /><input
        type="checkbox"
        id="${id}"
        name="${id}"
        value="1"
        ${value === '1' && trusted(' checked')}
    /></span>`
  }
  if (view.choices.length > 0) return select(view, shared)
  if (column.type === 'password2') {
    return html`<input
      type="password"
      ${shared}
      autocomplete="new-password"
      placeholder="${value === '' ? '' : '********'}"
    />`
  }
  if ((column.maxLength ?? 0) > LONG_TEXT) return html`<textarea ${shared}>${value}</textarea>`
  return html`<input
    type="text"
    ${shared}
    value="${value}"
    ${column.maxLength !== undefined && html` maxlength="${column.maxLength}"`}
  />`
}

/** One labelled field. */
export function fieldHtml(view: FieldView): Html {
  const { column, table, journal } = view
  const id = `${table}.${column.name}`
  const wide = isJournal(column.type) || (column.maxLength ?? 0) > LONG_TEXT ? ' wide' : ''
  const shown = control(view, id)
  const entries = journal !== '' && html`<div class="journal">${journal}</div>`
  const label = shown
    ? html`<label for="${id}" ${column.mandatory === true && trusted(' class="required"')}>${column.label}</label>`
    : html`<span class="label">${column.label}</span>`
  return html`<div class="field${wide}">
    ${label}
    <div>${shown}${entries}</div>
  </div>`
}
