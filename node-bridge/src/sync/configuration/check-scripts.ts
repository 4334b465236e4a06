import type { ScriptFault } from '@accord/shared/schemas'

import { type CompiledRules, compileRules, type Direction } from '../rules/index.ts'
import type { SyncContext } from '../items/sync-context.ts'

export interface Scripts {
  readonly table: string
  readonly outgoing: string
  readonly incoming: string
}

export const DIRECTIONS = ['outgoing', 'incoming'] as const satisfies readonly Direction[]

/** Both scripts as publishing reads them. */
export const compileBoth = async (
  { sandbox }: Pick<SyncContext, 'sandbox'>,
  owner: string,
  { table, ...sources }: Scripts,
): Promise<Readonly<Record<Direction, CompiledRules>>> => {
  const [outgoing, incoming] = await Promise.all(
    DIRECTIONS.map((direction) => compileRules(sandbox, { direction, table, source: sources[direction], owner })),
  )
  if (!outgoing || !incoming) throw new Error('Two scripts were read')
  return { outgoing, incoming }
}

/** What is wrong with them, in the words of the compiler. */
export const faultsOf = (compiled: Readonly<Record<Direction, CompiledRules>>): ScriptFault[] =>
  DIRECTIONS.flatMap((direction) => {
    const each = compiled[direction]
    if (each.kind === 'compiled') return []
    const { code, message, at } = each.failure
    const place = { line: at?.line ?? null, column: at?.column ?? null, endLine: null, endColumn: null }
    return [{ direction, code, facts: {}, message, ...place }]
  })
