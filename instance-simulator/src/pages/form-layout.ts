import type { ColumnDefinition, SimulatorParts, TableDefinition } from '../contracts.ts'
import { rowsOf } from '../engine/metadata.ts'

export interface FormSection {
  readonly caption: string
  readonly columns: readonly ColumnDefinition[]
}

/** Shown by the platform at the foot of a form only when asked for. */
const isOwn = ({ name, type }: ColumnDefinition) => !name.startsWith('sys_') && type !== 'journal_list'

/** Sections of the form layout in the package, else one section with the table's columns. */
export function formSections({ store }: SimulatorParts, table: TableDefinition): FormSection[] {
  const [form] = rowsOf(store, 'sys_ui_form', `name=${table.name}`)
  const links = form ? rowsOf(store, 'sys_ui_form_section', `sys_ui_form=${form['sys_id']}`) : []
  const sections = links
    .toSorted((a, b) => Number(a['position']) - Number(b['position']))
    .map((link) => {
      const id = link['sys_ui_section'] ?? ''
      const elements = rowsOf(store, 'sys_ui_element', `sys_ui_section=${id}`)
      const names = elements
        .toSorted((a, b) => Number(a['position']) - Number(b['position']))
        .map((row) => row['element'] ?? '')
      const caption = store.findTable('sys_ui_section') ? (store.find('sys_ui_section', id)?.['caption'] ?? '') : ''
      return { caption, columns: names.flatMap((name) => table.columns.get(name) ?? []) }
    })
    .filter(({ columns }) => columns.length > 0)
  return sections.length > 0 ? sections : [{ caption: '', columns: [...table.columns.values()].filter(isOwn) }]
}
