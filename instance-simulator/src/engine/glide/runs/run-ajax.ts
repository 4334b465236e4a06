import type { JobTask } from '../../job.ts'
import { AbstractAjaxProcessor, ajaxAnswers, ajaxRequest } from '../scripts/script-classes.ts'
import { scriptInclude } from '../scripts/script-scope.ts'
import { inScope } from '../transaction.ts'

type Include = new () => Record<string, unknown>

/** GlideAjax: the method named by sysparm_name of a client-callable script include. The answer as text, null for none. */
export function runAjax({ scope, processor, parameters }: Extract<JobTask, { kind: 'ajax' }>): string | null {
  const found = inScope(scope, () => scriptInclude(scope, processor))
  if (typeof found !== 'function') throw new Error(`script include ${processor} is not a class`)
  ajaxRequest.parameters = parameters
  const instance = new (found as Include)()
  const method = instance[parameters.sysparm_name ?? '']
  if (!(instance instanceof AbstractAjaxProcessor) || typeof method !== 'function') return null
  const returned: unknown = inScope(scope, () => (method as () => unknown).call(instance))
  const answer = ajaxAnswers.get(instance) ?? returned
  return answer === undefined || answer === null ? null : String(answer)
}
