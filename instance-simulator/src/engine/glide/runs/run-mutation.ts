import type { JobTask, Values } from '../../job.ts'
import { GlideRecord, stateOf } from '../records/record.ts'
import { recordAt } from '../records/record-at.ts'
import { messages } from '../transaction.ts'

export interface MutationOutcome {
  readonly row?: Values
  /** A before rule said no; with what it said to the user. */
  readonly aborted?: readonly string[]
  readonly missing?: boolean
  /** A value that has to be unique exists already. */
  readonly duplicate?: string
  /** What the data policy says that refused it. */
  readonly policy?: string
}

/** A write from outside a script (Table API, form): the same pipeline as GlideRecord's. */
export function runMutation(task: Extract<JobTask, { kind: 'mutate' }>): MutationOutcome {
  const { mutation, table, sysId, values, stored } = task
  const record = mutation === 'insert' ? new GlideRecord(table) : recordAt(table, undefined)
  const state = stateOf(record)
  if (mutation === 'insert') {
    record.initialize()
    if (sysId !== '') state.changed.set('sys_id', sysId)
  } else {
    if (!stored) return { missing: true }
    state.standOn(stored)
  }
  for (const [field, value] of Object.entries(values)) {
    if (state.column(field)?.type === 'password2') record.setDisplayValue(field, value)
    else state.write(field, value)
  }
  const before = state.stored
  const done = mutation === 'delete' ? record.deleteRecord() : record.update() !== null
  if (!done && state.aborted) {
    return {
      ...(state.policy === undefined ? {} : { policy: state.policy }),
      aborted: messages()
        .filter(({ kind }) => kind === 'error')
        .map(({ text }) => text),
    }
  }
  if (!done && state.duplicate !== undefined) return { duplicate: state.duplicate }
  return { row: mutation === 'delete' ? before : state.stored }
}
