import type { JobTask } from '../../job.ts'
import { recordAt } from '../records/record-at.ts'
import { runClassic } from './run-script.ts'

/** A script action: `event` is the row of the queue, `current` the record that the event is about, if there still is one. */
export function runScriptAction(task: Extract<JobTask, { kind: 'scriptAction' }>): null {
  const { script, condition, event, current } = task
  const names = {
    event: recordAt(event.table, event.row),
    current: current ? recordAt(current.table, current.row) : null,
  }
  const asked = { ...script, name: `${script.name}.condition`, source: condition }
  if (condition.trim() === '' || runClassic(asked, names, { expression: true })) runClassic(script, names)
  return null
}
