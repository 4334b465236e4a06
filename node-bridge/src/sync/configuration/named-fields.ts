import type { DescribedTable, DictionaryWarning } from '@accord/shared/schemas'

type Field = DescribedTable['fields'][number]

/** A field as scripts meet it. */
export interface NamedField {
  readonly table: string
  readonly name: string
  readonly type: Field['type']
  readonly mayRead: boolean
  readonly mayWrite: boolean
  /** Of a reference. */
  readonly target: string
  /** Those that the script names, by their value or by their label. */
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** Without comments: what only they name may go. Lines stay what they were. */
export const withoutComments = (source: string): string =>
  source.replaceAll(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (found, text?: string) => text ?? found.replaceAll(/[^\n]/g, ' '),
  )

/** Finds the name as a whole word. */
export const nameIn = (name: string) => new RegExp(`(?<![\\w$])${name}(?![\\w$])`, 'u')

/** Once for the script: a dictionary has thousands of fields. */
const wordsOf = (code: string): ReadonlySet<string> => new Set(code.match(/[\w$]+/g) ?? [])

/** Whole texts of the script, as a choice is written in one. */
const textsOf = (code: string): ReadonlySet<string> =>
  new Set(
    [...code.matchAll(/(['"`])((?:\\.|(?!\1)[^\\\n])*)\1/g)].map(([, , text = '']) => text.replaceAll(/\\(.)/g, '$1')),
  )

/**
 * What a script names of the dictionary: fields of its own table, and of those that can be reached from there. A name is looked
 * for as a word; a field of another table that has the same name is among them, which at worst is a warning too many.
 */
export function namedFields(
  source: string,
  ownTable: string,
  tables: readonly DescribedTable[],
): readonly NamedField[] {
  const code = withoutComments(source)
  const texts = textsOf(code)
  const words = wordsOf(code)
  const reachable = reachableFrom(ownTable, tables, words)
  return tables
    .filter(({ table }) => reachable.has(table))
    .flatMap(({ table, fields }) =>
      fields.filter(({ name }) => words.has(name)).map((field) => namedOf(table, field, texts)),
    )
    .toSorted((one, other) => compare(`${one.table} ${one.name}`, `${other.table} ${other.name}`))
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** By references whose names the script has, and by names of tables that stand in it. */
function reachableFrom(
  ownTable: string,
  tables: readonly DescribedTable[],
  words: ReadonlySet<string>,
): ReadonlySet<string> {
  const reached = new Set([ownTable])
  for (const { table, fields } of tables) {
    if (words.has(table)) reached.add(table)
    if (table !== ownTable) continue
    for (const field of fields) if (field.table !== undefined && words.has(field.name)) reached.add(field.table)
  }
  return reached
}

const namedOf = (table: string, field: Field, texts: ReadonlySet<string>): NamedField => ({
  table,
  name: field.name,
  type: field.type,
  mayRead: field.mayRead,
  mayWrite: field.mayWrite,
  target: field.table ?? '',
  choices: (field.choices ?? [])
    .filter(({ value, label }) => texts.has(value) || texts.has(label))
    .toSorted((one, other) => compare(one.value, other.value)),
})

export type Found = Pick<DictionaryWarning, 'kind' | 'table' | 'field' | 'before' | 'now' | 'line'>

/** What differs for a script between the dictionary of then and the one of now. */
export function differingFields(
  source: string,
  direction: DictionaryWarning['direction'],
  then: readonly NamedField[],
  now: readonly NamedField[],
): readonly Found[] {
  const lines = withoutComments(source).split('\n')
  const lineOf = (word: string, around: string): number => {
    const isBoth = lines.findIndex((line) => nameIn(around).test(line) && line.includes(word))
    return (isBoth >= 0 ? isBoth : lines.findIndex((line) => nameIn(around).test(line))) + 1 || 1
  }
  return then.flatMap((before): readonly Found[] => {
    const { table, name: field } = before
    const after = now.find((each) => each.table === table && each.name === field)
    const at = { table, field, line: lineOf('', field) }
    if (!after) return [{ kind: 'gone', ...at, before: before.type, now: '' }]
    if (after.type !== before.type) return [{ kind: 'type', ...at, before: before.type, now: after.type }]
    if (after.target !== before.target) return [{ kind: 'table', ...at, before: before.target, now: after.target }]
    if (before.mayRead && !after.mayRead) return [{ kind: 'gone', ...at, before: before.type, now: '' }]
    // An outgoing script writes nothing.
    if (direction === 'incoming' && before.mayWrite && !after.mayWrite)
      return [{ kind: 'closed', ...at, before: before.type, now: after.type }]
    return before.choices.flatMap((choice): readonly Found[] => {
      const same = after.choices.find(({ value }) => value === choice.value)
      if (same?.label === choice.label) return []
      const line = lineOf(`${choice.label}`, field)
      const word = choice.value === choice.label ? choice.value : `${choice.value} (${choice.label})`
      return [{ kind: 'choice', table, field, line, before: word, now: same ? `${same.value} (${same.label})` : '' }]
    })
  })
}
