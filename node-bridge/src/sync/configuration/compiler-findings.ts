import type { DictionaryWarning } from '@accord/shared/schemas'

import type { RulesRecord } from '../../store/sync/sync-rules.ts'
import type { Finding } from '../language/index.ts'
import type { ConfigurationContext } from './configuration-context.ts'
import { nameIn, withoutComments } from './named-fields.ts'

type Found = Pick<DictionaryWarning, 'kind' | 'table' | 'field' | 'before' | 'now' | 'line' | 'fault'>

/** What the compiler says of a published script by the declarations of now; undefined where it does not come to an end. */
export async function compilerFindings(
  { language, log }: ConfigurationContext,
  { direction, source }: RulesRecord,
  tables: string,
): Promise<readonly Finding[] | undefined> {
  try {
    return await language.ask({ kind: 'diagnose', draft: { direction, source, language: 'en', tables } })
  } catch (error) {
    log.warn({ err: error }, 'a published script could not be compiled against the dictionary of now')
    return undefined
  }
}

/** Fields that have changed, on the lines at which the compiler stumbles over them; where it does not, on the first that names them. */
export const placed = (found: readonly Found[], findings: readonly Finding[]): readonly Found[] =>
  found.map((each) => {
    const at = findings.find(({ facts }) => facts['field'] === each.field)
    return at && each.kind !== 'type' ? { ...each, line: at.from.line } : each
  })

/** By its place and its kind: what the message lists may be other fields by now, and the mistake is the same. */
const isSame = (one: Finding, other: Finding): boolean =>
  one.code === other.code && one.from.line === other.from.line && one.from.column === other.from.column

/**
 * What the compiler says now and did not say by the dictionary that the script was published for, without what is on a line whose
 * field has been named already. The name is that which stands there: of a table, a helper or a value.
 */
export function newFindings(
  { source, table }: Pick<RulesRecord, 'source' | 'table'>,
  then: readonly Finding[],
  now: readonly Finding[],
  named: readonly Found[],
): readonly Found[] {
  const lines = source.split('\n')
  const bare = withoutComments(source).split('\n')
  const isNamed = ({ from, to }: Finding) =>
    named.some(({ field }) => bare.slice(from.line - 1, to.line).some((line) => nameIn(field).test(line)))
  return now
    .filter((each) => !then.some((known) => isSame(known, each)) && !isNamed(each))
    .map(({ code, facts, message, from, to }) => ({
      kind: 'compiler',
      table,
      field: facts['field'] ?? facts['table'] ?? facts['name'] ?? textAt(lines, { from, to }),
      before: '',
      now: message,
      line: from.line,
      fault: { code, facts: { ...facts }, message },
    }))
}

/** What stands there, up to the end of its first line. */
const textAt = (lines: readonly string[], { from, to }: Pick<Finding, 'from' | 'to'>): string =>
  (lines[from.line - 1] ?? '').slice(from.column - 1, to.line === from.line ? to.column - 1 : undefined)
