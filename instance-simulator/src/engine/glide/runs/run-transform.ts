import type { JobTask, ScriptText, TransformOutcome, Values } from '../../job.ts'
import { isRefusal, notSimulated } from '../host.ts'
import { writeLog, type LogLevel } from '../log.ts'
import { GlideRecord, stateOf } from '../records/record.ts'
import { runClassic } from './run-script.ts'

/** What transform scripts say by setting variables of these names. */
const SAID = ['ignore', 'error', 'status_message', 'error_message'] as const

interface Transformation {
  readonly source: GlideRecord
  readonly target: GlideRecord
  readonly map: GlideRecord
  readonly action: 'insert' | 'update'
}

interface Verdict {
  readonly ignore: boolean
  readonly error: boolean
  readonly message: string
}

const text = (record: GlideRecord, field: string): string => record.getValue(field) ?? ''
const isOn = (record: GlideRecord, field: string): boolean => text(record, field) === '1'

function rowsOf(table: string, query: Values): GlideRecord[] {
  const records = new GlideRecord(table)
  for (const [field, value] of Object.entries(query)) records.addQuery(field, value)
  records.orderBy('order')
  records.query()
  const found: GlideRecord[] = []
  while (records.next()) {
    const each = new GlideRecord(table)
    each.get(records.getUniqueValue())
    found.push(each)
  }
  return found
}

const scriptOf = (record: GlideRecord, field: string): ScriptText => ({
  name: `${record.getTableName()}.${record.getUniqueValue()}`,
  source: text(record, field),
  scope: 'global',
})

const log = Object.fromEntries(
  (['info', 'warn', 'error', 'debug'] as const).map((level: LogLevel) => [
    level,
    (message: unknown) => writeLog(level, String(message), 'transform'),
  ]),
)

function runMapScript(script: ScriptText, { source, target, map, action }: Transformation): Verdict {
  const names = { source, target, map, log, action, ignore: false, error: false, status_message: '', error_message: '' }
  const said = runClassic(script, names, { returns: `[${SAID.join(', ')}]` }) as readonly unknown[]
  const [ignore, error, status, message] = said
  return { ignore: ignore === true, error: error === true, message: String(message || status || '') }
}

/** Values of the staged row by target field; a source script answers for its own. */
function valuesFor(source: GlideRecord, entries: readonly GlideRecord[]): readonly (readonly [GlideRecord, unknown])[] {
  return entries.map((entry) => {
    if (!isOn(entry, 'use_source_script')) return [entry, text(source, text(entry, 'source_field'))]
    return [entry, runClassic(scriptOf(entry, 'source_script'), { source, answer: undefined }, { returns: 'answer' })]
  })
}

function findTarget(table: string, values: readonly (readonly [GlideRecord, unknown])[]): GlideRecord {
  const target = new GlideRecord(table)
  const keys = values.filter(([entry]) => isOn(entry, 'coalesce'))
  for (const [entry, value] of keys) target.addQuery(text(entry, 'target_field'), String(value ?? ''))
  target.setLimit(1)
  if (keys.length > 0) target.query()
  if (keys.length === 0 || !target.next()) target.initialize()
  return target
}

function fill({ target, map }: Transformation, values: readonly (readonly [GlideRecord, unknown])[]): void {
  for (const [entry, value] of values) {
    const field = text(entry, 'target_field')
    const given = String(value ?? '')
    if (given === '' && !isOn(map, 'copy_empty_fields')) continue
    if (/^[0-9a-f]{32}$/.test(given)) target.setValue(field, given)
    else target.setDisplayValue(field, given)
    const isLost = stateOf(target).column(field)?.type === 'reference' && target.getValue(field) === null
    if (isLost && text(entry, 'choice_action') !== 'ignore') notSimulated(`choice action ${text(entry, 'choice_action')}`)
  }
} // prettier-ignore

/** Scripts of the map at one moment, in their order; the first that says no decides. */
function runAt(when: string, transformation: Transformation, scripts: readonly GlideRecord[]): Verdict | undefined {
  for (const script of scripts.filter((each) => text(each, 'when') === when)) {
    const verdict = runMapScript(scriptOf(script, 'script'), transformation)
    if (verdict.ignore || verdict.error) return verdict
  }
  return undefined
}

const SIMULATED_MOMENTS = new Set(['onBefore', 'onAfter'])

function transformBy(map: GlideRecord, source: GlideRecord): Omit<TransformOutcome, 'map' | 'table'> {
  const values = valuesFor(source, rowsOf('sys_transform_entry', { map: map.getUniqueValue() ?? '' }))
  const target = findTarget(text(map, 'target_table'), values)
  const action = target.isNewRecord() ? 'insert' : 'update'
  const transformation: Transformation = { source, target, map, action }
  const scripts = rowsOf('sys_transform_script', { map: map.getUniqueValue() ?? '', active: '1' })
  const odd = scripts.find((script) => !SIMULATED_MOMENTS.has(text(script, 'when')))
  if (odd) notSimulated(`transform scripts that run ${text(odd, 'when')}`)
  fill(transformation, values)
  const before = runAt('onBefore', transformation, scripts)
  const own = isOn(map, 'run_script') ? runMapScript(scriptOf(map, 'script'), transformation) : undefined
  const verdict = before ?? own
  if (verdict?.error) return { sysId: '', status: 'error', message: verdict.message }
  if (verdict?.ignore) return { sysId: '', status: 'ignored', message: verdict.message }
  target.setWorkflow(isOn(map, 'run_business_rules'))
  const sysId = target.update()
  if (sysId === null) return { sysId: '', status: 'error', message: target.getLastErrorMessage() ?? 'Insert failed' }
  runAt('onAfter', transformation, scripts)
  return { sysId, status: action === 'insert' ? 'inserted' : 'updated', message: verdict?.message ?? '' }
}

function outcomeOf(map: GlideRecord, source: GlideRecord): TransformOutcome {
  const known = { map: text(map, 'name'), table: text(map, 'target_table') }
  try {
    return { ...known, ...transformBy(map, source) }
  } catch (error) {
    if (isRefusal(error)) throw error
    writeLog('error', String(error), `sys_transform_map.${map.getUniqueValue()}`)
    return { ...known, sysId: '', status: 'error', message: String(error) }
  }
}

/** Every active map of the staging table, in order; the staged row keeps what became of it. */
export function runTransform({ table, sysId }: Extract<JobTask, { kind: 'transform' }>): readonly TransformOutcome[] {
  const source = new GlideRecord(table)
  source.get(sysId)
  const maps = rowsOf('sys_transform_map', { source_table: table, active: '1' })
  const outcomes = maps.map((map) => outcomeOf(map, source))
  const last = outcomes.at(-1)
  if (last) {
    source.setValue('sys_transform_map', maps.at(-1)?.getUniqueValue() ?? '')
    source.setValue('sys_target_table', last.table)
    source.setValue('sys_target_sys_id', last.sysId)
    source.setValue('sys_import_state', last.status)
    source.setValue('sys_import_state_comment', last.message)
    source.update()
  }
  return outcomes
}
