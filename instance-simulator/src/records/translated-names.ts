import type { RowTables } from './row-tables.ts'
import type { Schema } from './schema.ts'

const key = (...parts: readonly string[]) => parts.join('\n')

/** `sys_translated`: values of columns of the type `translated_field`, by their text. Read once per change of the table. */
export class TranslatedNames {
  readonly #schema: Schema
  readonly #rows: RowTables
  #revision = -1
  #labels: ReadonlyMap<string, string> = new Map()

  constructor(schema: Schema, rows: RowTables) {
    this.#schema = schema
    this.#rows = rows
  }

  /** What stands for the value in this language; the value itself where nobody has translated it. */
  find(table: string, element: string, value: string, language: string): string {
    this.#refresh()
    for (const name of this.#schema.ancestry(table)) {
      const label = this.#labels.get(key(name, element, language, value))
      if (label) return label
    }
    return value
  }

  #refresh(): void {
    const revision = this.#rows.revision('sys_translated')
    if (revision === this.#revision) return
    this.#revision = revision
    const rows = [...this.#rows.rows('sys_translated').values()]
    this.#labels = new Map(
      rows.map(({ name = '', element = '', language = '', value = '', label = '' }) => [
        key(name, element, language, value),
        label,
      ]),
    )
  }
}
