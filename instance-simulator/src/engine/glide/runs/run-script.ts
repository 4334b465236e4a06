import type { ScriptText } from '../../job.ts'
import { compile } from '../host.ts'
import { classicScope } from '../scripts/script-scope.ts'
import { inScope } from '../transaction.ts'

type Made = (scope: object) => (...values: unknown[]) => unknown

/**
 * Runs a classic script: Glide names and script includes in reach as globals, the platform's names for this sort of
 * script as parameters. Returns the value of the expression, or of the variable `returns`.
 */
export function runClassic(
  script: ScriptText,
  names: Readonly<Record<string, unknown>>,
  options: { readonly expression?: boolean; readonly returns?: string } = {},
): unknown {
  const { make } = compile({
    kind: 'classic', name: script.name, source: script.source, parameters: Object.keys(names), ...options,
  }) // prettier-ignore
  return inScope(script.scope, () => (make as Made)(classicScope(script.scope))(...Object.values(names)))
}
