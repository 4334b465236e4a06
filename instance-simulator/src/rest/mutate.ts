import type { Row, ScriptEngine } from '../contracts.ts'
import { isAborted } from './answer-errors.ts'
import type { RestParts } from './parts.ts'
import { RestError } from './rest-error.ts'

/** An abort is answered as the platform answers it: what the data policy says, or which file, and what the rule had to say. */
export async function mutate(
  parts: RestParts,
  ...[kind, table, sysId, values, caller]: Parameters<ScriptEngine['mutate']>
): Promise<Row> {
  try {
    return await parts.engine.mutate(kind, table, sysId, values, caller)
  } catch (error) {
    if (!isAborted(error)) throw error
    if (error.policy !== undefined) throw new RestError('operationFailed', { detail: error.policy })
    const said = error.messages.length > 0 ? `: ${error.messages.join('; ')}` : ''
    throw new RestError('operationFailed', {
      detail: `Operation against file '${table}' was aborted by Business Rule${said}`,
    })
  }
}
