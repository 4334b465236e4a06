import type { DescribedTable } from '@accord/shared/schemas'

import type { Direction } from '../rules/index.ts'

type Field = DescribedTable['fields'][number]

/** Every side's scripts may ask for people. */
const ALWAYS = ['sys_user']

/**
 * The dictionary of a tracker as declarations (`tables.d.ts`), as far as sync access opens it. Labels of choices are those that a
 * running script meets. A table that is only pointed at has no fields: whoever reads one learns that it has to be opened.
 */
export function declareTables(tables: readonly DescribedTable[], direction: Direction): string {
  const open = new Set(tables.map(({ table }) => table))
  const pointedAt = tables.flatMap(({ fields }) => fields.flatMap(({ table }) => (table ? [table] : [])))
  const closed = [...new Set([...ALWAYS, ...pointedAt])].filter((table) => !open.has(table)).toSorted()
  return [
    'declare namespace Table {',
    ...tables.map((table) => declareTable(table, direction)),
    ...closed.map((table) => `  interface ${quoted(table)} {}`),
    '}',
    'interface Tables {',
    ...[...open, ...closed].map((table) => `  ${table}: Table.${quoted(table)}`),
    '}',
    '',
  ].join('\n')
}

function declareTable({ table, label, fields }: DescribedTable, direction: Direction): string {
  const named = fields.filter(({ mayRead, mayWrite }) => mayRead || (direction === 'incoming' && mayWrite))
  return [
    `  ${commentOf(label)}`,
    `  interface ${quoted(table)} {`,
    ...named.flatMap((field) => declareField(field).map((line) => `    ${line}`)),
    '  }',
  ].join('\n')
}

function declareField(field: Field): readonly string[] {
  const { name, label, mayRead, mayWrite } = field
  const { read, write } = typesOf(field)
  const comment = commentOf(`${label} (${kindOf(field)})`)
  if (!mayWrite) return [comment, `readonly ${name}: ${read}`]
  if (!mayRead) return [comment, `set ${name}(to: ${write})`]
  if (read === write) return [comment, `${name}: ${read}`]
  return [comment, `get ${name}(): ${read}`, `set ${name}(to: ${write})`]
}

function typesOf({ type, table = '', choices = [] }: Field): { readonly read: string; readonly write: string } {
  switch (type) {
    case 'boolean':
      return same('boolean')
    case 'number':
      return same('number | null')
    case 'text':
      return same('string')
    case 'choice': {
      const [values, labels] = [unionOf(choices.map(({ value }) => value)), unionOf(choices.map((each) => each.label))]
      const choice = `import('accord').Choice<${values}, ${labels}>`
      return { read: choice, write: `${choice} | ${values} | ${labels}` }
    }
    case 'reference': {
      const reference = `import('accord').Ref<${JSON.stringify(table)}> | null`
      return { read: reference, write: `${reference} | string` }
    }
  }
}

const same = (type: string) => ({ read: type, write: type })
const unionOf = (words: readonly string[]) =>
  [...new Set(words)].map((word) => JSON.stringify(word)).join(' | ') || 'never'

const kindOf = ({ type, table, maxLength }: Field): string => {
  if (type === 'reference') return `reference to ${table}`
  return type === 'text' && maxLength > 0 ? `text, ${maxLength} characters` : type
}

/** Names of tables are words of the platform's own alphabet; some of them could still be words of the language. */
const quoted = (table: string) => `t_${table}`

const commentOf = (text: string) => `/** ${text.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ').trim()} */`
