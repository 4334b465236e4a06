import type { Caller, ColumnDefinition, SimulatorParts, TableDefinition } from '../contracts.ts'
import { rowsOf } from '../engine/metadata.ts'
import { listElementOf, type ListElement } from './embedded-list.ts'

export interface FormSection {
  readonly caption: string
  readonly columns: readonly ColumnDefinition[]
  readonly lists: readonly ListElement[]
  /** `sys_ui_formatter` records, drawn above the fields. */
  readonly formatters: readonly string[]
}

/** Shown by the platform at the foot of a form only when asked for. */
const isOwn = ({ name, type }: ColumnDefinition) => !name.startsWith('sys_') && type !== 'journal_list'

/** What the platform's own forms show, in its order: the rest of a task's sixty fields is on none of them. */
const PLATFORM_FORMS: Readonly<Record<string, readonly string[]>> = {
  incident: [
    'number', 'caller_id', 'state', 'category', 'impact', 'assignment_group', 'urgency', 'assigned_to', 'priority', 'opened_at',
    'short_description', 'description', 'comments', 'work_notes', 'close_code', 'close_notes', 'correlation_id', 'correlation_display',
  ],
} // prettier-ignore

/** Sections of the form layout in the package, else one section as the platform has it, or with all of the table's columns. */
export function formSections(parts: SimulatorParts, table: TableDefinition, caller: Caller): FormSection[] {
  const { store } = parts
  const viewer = store.viewerOf(caller)
  const [form] = rowsOf(store, 'sys_ui_form', `name=${table.name}`)
  const links = form ? rowsOf(store, 'sys_ui_form_section', `sys_ui_form=${form['sys_id']}`) : []
  const sections = links
    .toSorted((a, b) => Number(a['position']) - Number(b['position']))
    .map((link) => {
      const id = link['sys_ui_section'] ?? ''
      const elements = rowsOf(store, 'sys_ui_element', `sys_ui_section=${id}`)
      const ordered = elements.toSorted((a, b) => Number(a['position']) - Number(b['position']))
      const named = (isList: boolean) =>
        ordered.filter(({ type }) => (type === 'list') === isList).map(({ element = '' }) => element)
      const formatters = ordered
        .filter(({ type }) => type === 'formatter')
        .map(({ sys_ui_formatter: formatter = '' }) => formatter)
      const stored = store.find('sys_ui_section', id)?.['caption'] ?? ''
      const caption = store.displayValue('sys_ui_section', 'caption', stored, viewer)
      return {
        caption,
        columns: named(false).flatMap((name) => table.columns.get(name) ?? []),
        lists: named(true).flatMap((element) => listElementOf(parts, element) ?? []),
        formatters,
      }
    })
    .filter(({ columns, lists, formatters }) => columns.length + lists.length + formatters.length > 0)
  if (sections.length > 0) return sections
  const known = PLATFORM_FORMS[table.name]?.flatMap((name) => table.columns.get(name) ?? [])
  return [{ caption: '', columns: known ?? [...table.columns.values()].filter(isOwn), lists: [], formatters: [] }]
}
