import type { Job, JobResult, JobTask, RecordImage, ScriptText } from '../../job.ts'
import { installClock } from '../times/clock.ts'
import { installGlideNames } from '../scripts/glide-names.ts'
import { isRefusal } from '../host.ts'
import { writeLog } from '../log.ts'
import { GlideRecord, stateOf } from '../records/record.ts'
import { installModules } from '../scripts/modules.ts'
import { recordAt } from '../records/record-at.ts'
import { RESTAPIRequest, RESTAPIResponse, imageOfThrown } from '../rest/rest-exchange.ts'
import { runAjax } from './run-ajax.ts'
import { restrictEncoded } from '../rules/query-rules.ts'
import { runClassic } from './run-script.ts'
import { runScriptAction } from './run-script-action.ts'
import { runDisplayRules } from './run-display-rules.ts'
import { runActionConditions, runUiAction } from './run-ui-action.ts'
import { runProcessing } from './run-processing.ts'
import { runTransform } from './run-transform.ts'
import { runMutation } from './run-mutation.ts'
import { runRule } from '../rules/rule-pipeline.ts'
import { installScriptClasses } from '../scripts/script-classes.ts'
import { beginTransaction, messages } from '../transaction.ts'

/** One transaction: the task by its kind, the result as JSON text, messages for the session beside it. */
type Runner<K extends JobTask['kind']> = (task: Extract<JobTask, { kind: K }>) => unknown

const recordOf = ({ table, row }: RecordImage, isNew = false): GlideRecord => {
  const record = recordAt(table, row)
  stateOf(record).isNew = isNew
  return record
}

function runAcl({ script, record, isNew }: Extract<JobTask, { kind: 'acl' }>): boolean {
  const current = recordOf(record, isNew)
  const answer = runClassic(script, { current, answer: undefined }, { returns: 'answer' })
  return Boolean(answer)
}

/** What the evaluations of one phase of a template come to: names to texts. */
const runJelly = ({ script, record, isNew }: Extract<JobTask, { kind: 'jelly' }>): unknown =>
  runClassic(script, { current: recordOf(record, isNew), jelly: undefined }, { returns: 'jelly' })

/** A relationship refines the query of its list: `current` is the query, `parent` the record of the form. */
function runRelatedQuery({ script, table, parent }: Extract<JobTask, { kind: 'relatedQuery' }>): string {
  const current = new GlideRecord(table)
  runClassic(script, { current, parent: recordOf(parent) })
  return current.getEncodedQuery()
}

function runPlain({ script, condition }: Extract<JobTask, { kind: 'script' }>): unknown {
  if (condition) {
    const asked: ScriptText = { ...script, name: `${script.name}.condition`, source: condition }
    if (!runClassic(asked, { answer: undefined }, { returns: 'answer' })) return { skipped: true }
  }
  return runClassic(script, {}, { expression: true }) ?? null
}

function runRest({ script, request }: Extract<JobTask, { kind: 'rest' }>): unknown {
  const response = new RESTAPIResponse()
  try {
    const returned = runClassic(script, { request: new RESTAPIRequest(request), response }, { expression: true })
    return RESTAPIResponse.image(response, returned)
  } catch (error) {
    writeLog('error', error instanceof Error ? (error.stack ?? error.message) : String(error), script.name)
    return { ...imageOfThrown(error), ...(isRefusal(error) ? { refused: String(error) } : {}) }
  }
}

const RUNNERS: { readonly [K in JobTask['kind']]: Runner<K> } = {
  mutate: runMutation,
  acl: runAcl,
  asyncRule: ({ rule, current, stored }) => {
    const now = recordOf(current)
    // Later means the row as it stands by now, when it is still there.
    if (stored) stateOf(now).standOn(stored)
    // Filter and condition held when the record was written; the script has no `previous`, and nothing changes any more.
    runRule({ ...rule, filter: '', condition: '' }, { current: now })
  },
  script: runPlain,
  rest: runRest,
  actionConditions: runActionConditions,
  uiAction: runUiAction,
  ajax: runAjax,
  processing: runProcessing,
  displayRules: runDisplayRules,
  jelly: runJelly,
  scriptAction: runScriptAction,
  transform: runTransform,
  restrictQuery: ({ table, encoded }) => restrictEncoded(table, encoded) ?? null,
  relatedQuery: runRelatedQuery,
}

const outcome: { result: Omit<JobResult, 'messages'> } = { result: {} }

function failure(error: unknown): Omit<JobResult, 'messages'> {
  if (!(error instanceof Error)) return { error: { name: 'Error', message: String(error) } }
  const { name, message, stack } = error
  return { error: { name, message, ...(stack === undefined ? {} : { stack }) } }
}

export function startJob(text: string): void {
  const job = JSON.parse(text) as Job
  try {
    beginTransaction(job)
    installClock(job.clockOffsetMs)
    installScriptClasses()
    installGlideNames()
    installModules()
    const run = RUNNERS[job.task.kind] as (task: JobTask) => unknown
    outcome.result = { value: run(job.task) ?? null }
  } catch (error) {
    outcome.result = failure(error)
  }
}

/** Read after the microtasks of the script have run. */
export function jobResult(): string {
  try {
    return JSON.stringify({ ...outcome.result, messages: messages() })
  } catch (error) {
    return JSON.stringify({ ...failure(error), messages: messages() })
  }
}
