import type { Choice } from '../contracts.ts'
import type { RowTables } from './row-tables.ts'
import type { Schema } from './schema.ts'

const DEFAULT_LANGUAGE = 'en'
const byNumber = (text: string) => Number(text || 0)
const key = (...parts: readonly string[]) => parts.join('\n')

/** The lists of `sys_choice`: the one source for REST, scripts, forms and lists. Read once per change of the table. */
export class Choices {
  readonly #schema: Schema
  readonly #rows: RowTables
  #revision = -1
  #lists = new Map<string, readonly Choice[]>()

  constructor(schema: Schema, rows: RowTables) {
    this.#schema = schema
    this.#rows = rows
  }

  /** What may be chosen, in order: a table's own list replaces its parent's. Choices without a translation stay English. */
  list(table: string, element: string, language: string): readonly Choice[] {
    return this.#all(table, element, language).filter(({ inactive }) => !inactive)
  }

  /** The label of a value, also of one that may no longer be chosen. */
  label(table: string, element: string, value: string, language: string): string | undefined {
    return this.#all(table, element, language).find((choice) => choice.value === value)?.label
  }

  /** The value behind a label. */
  value(table: string, element: string, label: string, language: string): string | undefined {
    return this.#all(table, element, language).find((choice) => choice.label === label)?.value
  }

  #all(table: string, element: string, language: string): readonly Choice[] {
    this.#refresh()
    for (const name of this.#schema.ancestry(table)) {
      const english = this.#lists.get(key(name, element, DEFAULT_LANGUAGE)) ?? []
      const translated = this.#lists.get(key(name, element, language)) ?? []
      if (english.length === 0 && translated.length === 0) continue
      if (language === DEFAULT_LANGUAGE) return english
      const missing = english.filter(({ value }) => !translated.some((choice) => choice.value === value))
      return [...translated, ...missing].toSorted((a, b) => a.sequence - b.sequence)
    }
    return []
  }

  #refresh(): void {
    const revision = this.#rows.revision('sys_choice')
    if (revision === this.#revision) return
    this.#revision = revision
    const lists = new Map<string, Choice[]>()
    for (const row of this.#rows.rows('sys_choice').values()) {
      const at = key(row['name'] ?? '', row['element'] ?? '', row['language'] || DEFAULT_LANGUAGE)
      const choice = {
        value: row['value'] ?? '',
        label: row['label'] ?? '',
        sequence: byNumber(row['sequence'] ?? ''),
        inactive: row['inactive'] === '1',
      }
      lists.set(at, [...(lists.get(at) ?? []), choice])
    }
    for (const [at, list] of lists)
      lists.set(
        at,
        list.toSorted((a, b) => a.sequence - b.sequence),
      )
    this.#lists = lists
  }
}
