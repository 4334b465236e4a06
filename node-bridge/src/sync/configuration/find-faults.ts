import type { CheckScriptsRequest, DescribedTable, ScriptFault, ScriptFaults } from '@accord/shared/schemas'

import { declareTables, type Finding } from '../language/index.ts'
import type { Direction } from '../rules/index.ts'
import { compileBoth, DIRECTIONS, faultsOf } from './check-scripts.ts'
import type { ConfigurationContext } from './configuration-context.ts'

/**
 * What is wrong with two scripts that are being written: what publishing would refuse, and what the compiler knows of the tables
 * and of the API. Where the tracker has not said what this table is, the latter is left out.
 */
export async function findFaults(
  context: ConfigurationContext,
  connectionId: string,
  { language = 'en', ...scripts }: CheckScriptsRequest,
): Promise<ScriptFaults> {
  const [compiled, tables] = await Promise.all([
    compileBoth(context, connectionId, scripts),
    context.tables.of(context),
  ])
  const refused = faultsOf(compiled)
  // Before sync access opens the table, every field of it would be a mistake; publishing opens it.
  if (!tables?.some(({ table }) => table === scripts.table)) return { faults: refused, areTablesKnown: false }
  const found: ScriptFault[] = []
  for (const direction of DIRECTIONS) {
    // The same mistake would be shown twice.
    if (refused.some((fault) => fault.direction === direction)) continue
    found.push(...(await findingsOf(context, tables, direction, scripts[direction], language)))
  }
  return { faults: [...refused, ...found], areTablesKnown: true }
}

async function findingsOf(
  context: ConfigurationContext,
  tables: readonly DescribedTable[],
  direction: Direction,
  source: string,
  language: string,
): Promise<readonly ScriptFault[]> {
  const draft = { direction, source, language, tables: declareTables(tables, direction) }
  const findings = await context.language.ask({ kind: 'diagnose', draft })
  return findings.map((finding) => faultOf(direction, finding))
}

const faultOf = (direction: Direction, { code, facts, message, from, to }: Finding): ScriptFault => ({
  direction,
  code,
  facts: { ...facts },
  message,
  line: from.line,
  column: from.column,
  endLine: to.line,
  endColumn: to.column,
})
