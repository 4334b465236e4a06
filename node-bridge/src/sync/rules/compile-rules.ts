import { z } from 'zod'

import type { Failure, Sandbox } from '../../sandbox/index.ts'
import { type Direction, PRELUDE, type Rules } from './run-rules.ts'

export interface RulesText {
  readonly direction: Direction
  readonly table: string
  readonly source: string
  readonly owner?: string
}

export type CompiledRules =
  | { readonly kind: 'compiled'; readonly rules: Rules }
  /** `failure`: with line, column and frame of the source where there is one. */
  | { readonly kind: 'failed'; readonly failure: Failure }

const Description = z.object({ direction: z.string(), table: z.string() })

/** Reads a script when it is saved. It must be the rules of this table and direction. */
export async function compileRules(
  sandbox: Sandbox,
  { direction, table, source, owner }: RulesText,
): Promise<CompiledRules> {
  const from = owner === undefined ? {} : { owner }
  const compiled = await sandbox.compile({ name: `${direction}.ts`, source, prelude: PRELUDE, ...from })
  if (compiled.kind === 'failed') return compiled
  const { script } = compiled
  const input = JSON.stringify({ direction: 'describe' })
  const outcome = await sandbox.run({ script, prelude: PRELUDE, input, ...from })
  if (outcome.kind === 'failed' && outcome.failure.code !== 'script_threw') return outcome
  const described = Description.safeParse(outcome.kind === 'returned' ? JSON.parse(outcome.text) : undefined)
  const isMeant = described.success && described.data.direction === direction && described.data.table === table
  if (isMeant) return { kind: 'compiled', rules: { direction, table, script } }
  const message = `the script must be: export default ${direction}('${table}', …)`
  return { kind: 'failed', failure: { code: 'export_missing', message } }
}
