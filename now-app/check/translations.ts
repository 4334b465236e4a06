import { recordsOf, type BuiltPackage } from './built-package.ts'
import type { Finding, Rule } from './finding.ts'

const LANGUAGE = 'de'
/** Columns whose values people read, and that the platform translates by their text. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  sys_app_application: ['hint'],
  sys_app_module: ['title', 'hint'],
  sys_ui_action: ['name', 'hint'],
  sys_ui_section: ['caption'],
}

type Values = Readonly<Record<string, string>>
const keyOf = (values: Values, ...columns: readonly string[]) =>
  columns.map((column) => values[column] ?? '').join('\n')

function translated(built: BuiltPackage, table: string, ...columns: readonly string[]): ReadonlySet<string> {
  const german = recordsOf(built, table).filter(({ values }) => values['language'] === LANGUAGE)
  return new Set(german.map(({ values }) => keyOf(values, ...columns)))
}

function names(built: BuiltPackage): readonly Finding[] {
  const german = translated(built, 'sys_translated', 'name', 'element', 'value')
  return Object.entries(NAMES).flatMap(([table, columns]) =>
    recordsOf(built, table).flatMap(({ values }) =>
      columns
        .filter((column) => values[column] && !german.has([table, column, values[column]].join('\n')))
        .map((column) => ({ where: `${table}.${column}`, what: `has no German for “${values[column]}”` })),
    ),
  )
}

function labels(built: BuiltPackage): readonly Finding[] {
  const german = translated(built, 'sys_documentation', 'name', 'element')
  return recordsOf(built, 'sys_dictionary')
    .filter(({ values }) => !german.has(keyOf(values, 'name', 'element')))
    .map(({ values }) => ({ where: `${values['name']}.${values['element'] ?? ''}`, what: 'has no German label' }))
}

function choices(built: BuiltPackage): readonly Finding[] {
  const german = translated(built, 'sys_choice', 'name', 'element', 'value')
  return recordsOf(built, 'sys_choice')
    .filter(({ values }) => values['label'] && values['language'] !== LANGUAGE)
    .filter(({ values }) => !german.has(keyOf(values, 'name', 'element', 'value')))
    .map(({ values }) => ({
      where: `${values['name']}.${values['element']}`,
      what: `has no German for “${values['label']}”`,
    }))
}

/** Whoever has chosen German on the instance reads labels, choices, buttons, modules and sections of forms in German. */
export const everythingReadIsGerman: Rule = (built) => [...names(built), ...labels(built), ...choices(built)]
