import type { JobTask, ScriptText, Values } from '../../job.ts'
import { call, isRefusal, missing } from '../host.ts'
import { writeLog } from '../log.ts'
import { GlideRecord, stateOf } from '../records/record.ts'
import { recordAt } from '../records/record-at.ts'
import { runClassic } from './run-script.ts'

/** `current` of a form or list: the stored row, or a new one; a list's banner button has none. */
function currentOf(table: string, sysId: string): GlideRecord {
  const stored = sysId === '' || sysId === '-1' ? null : call<Values | null>('record.find', { table, sysId })
  if (stored) return recordAt(table, stored)
  const record = new GlideRecord(table)
  record.newRecord()
  return record
}

function holds(condition: ScriptText, current: GlideRecord, sysId: string): boolean {
  if (condition.source.trim() === '') return true
  try {
    return Boolean(runClassic(condition, { current, g_sys_id: sysId }, { expression: true }))
  } catch (error) {
    if (isRefusal(error)) throw error
    writeLog('error', `UI action condition: ${String(error)}`, condition.name)
    return false
  }
}

/** Which actions' conditions hold for this record: their sys_ids. */
export function runActionConditions({
  table,
  sysId,
  actions,
}: Extract<JobTask, { kind: 'actionConditions' }>): string[] {
  const current = currentOf(table, sysId)
  return actions
    .filter(({ sysId: id, condition, scope }) =>
      holds({ name: `sys_ui_action.${id}.condition`, source: condition, scope }, current, sysId),
    )
    .map(({ sysId: id }) => id)
}

interface ActionOutcome {
  readonly allowed: boolean
  readonly redirect?: string
  readonly sysId: string
}

/** Runs the script with the form's unsaved values in `current`; the condition is asked again first. */
export function runUiAction(task: Extract<JobTask, { kind: 'uiAction' }>): ActionOutcome {
  const current = currentOf(task.table, task.sysId)
  const condition = { ...task.script, name: `${task.script.name}.condition`, source: task.condition }
  if (!holds(condition, current, task.sysId)) return { allowed: false, sysId: task.sysId }
  for (const [field, value] of Object.entries(task.values)) {
    if (stateOf(current).column(field)?.type === 'password2') current.setDisplayValue(field, value)
    else stateOf(current).write(field, value)
  }
  let redirect: string | undefined
  const action = Object.assign(Object.create(missing('action')) as object, {
    setRedirectURL: (target: unknown) => {
      redirect =
        target instanceof GlideRecord
          ? `${target.getTableName()}.do?sys_id=${target.getUniqueValue() ?? '-1'}`
          : String(target)
    },
    setReturnURL: (target: unknown) => {
      redirect ??= String(target)
    },
    setNoPop: () => undefined,
    getGlideURI: () => missing('GlideURI'),
  })
  runClassic(task.script, { current, action })
  return { allowed: true, sysId: current.getUniqueValue() ?? '', ...(redirect === undefined ? {} : { redirect }) }
}
