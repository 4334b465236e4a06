import { isRefusal } from '../host.ts'
import { writeLog } from '../log.ts'
import { pipeline, stateOf, type GlideRecord } from './record.ts'
import { runClassic } from '../runs/run-script.ts'
import { toFieldText } from './values.ts'

/** A default value's script sees the new record as `current`; one that fails leaves the field empty and says so in the log. */
function evaluate(record: GlideRecord, field: string, source: string): string {
  const name = `default value of ${stateOf(record).tableName}.${field}`
  try {
    const value = runClassic({ name, source, scope: 'global' }, { current: record }, { expression: true })
    return toFieldText(value, stateOf(record).column(field)?.type ?? 'string')
  } catch (error) {
    if (isRefusal(error)) throw error
    writeLog('error', `${name}: ${String(error)}`, name)
    return ''
  }
}

/** What a new record holds before anybody sets anything. What the store can evaluate it fills in itself. */
export function fillDefaults(record: GlideRecord): void {
  const state = stateOf(record)
  for (const { name, defaultValue, defaultScript } of state.table?.columns.values() ?? []) {
    if (defaultValue === '' || state.changed.has(name)) continue
    if (defaultScript !== '') state.changed.set(name, evaluate(record, name, defaultScript))
    else if (!defaultValue.startsWith('javascript:')) state.changed.set(name, defaultValue)
  }
}

pipeline.fillDefaults = fillDefaults
