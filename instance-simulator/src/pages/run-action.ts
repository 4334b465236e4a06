import type { Caller, Row, Session, SimulatorParts } from '../contracts.ts'
import { ScriptFailed } from '../engine/script-failed.ts'
import { scopeOf } from '../engine/metadata.ts'
import { actionsOf } from './visible-actions.ts'

export interface ActionRequest {
  readonly table: string
  readonly sysId: string
  readonly values: Row
  /** sys_id or action name, as the pressed button or gsftSubmit sent it. */
  readonly action: string
}

/** Where to go next: the script's redirect, if it gave one. `sysId` is the record it left in `current`. */
export interface ActionAnswer {
  readonly redirect?: string
  readonly sysId: string
}

/** Runs a UI action's script on the server. What it had to say waits in the session for the next page. */
export async function runAction(
  parts: SimulatorParts,
  wanted: ActionRequest,
  session: Session,
  caller: Caller,
): Promise<ActionAnswer> {
  const row = actionsOf(parts, wanted.table, caller).find(
    (each) => each['sys_id'] === wanted.action || each['action_name'] === wanted.action,
  )
  if (!row) {
    session.messages.push({ kind: 'error', text: `The action ${wanted.action} is not open to you here.` })
    return { sysId: wanted.sysId }
  }
  const sysId = row['sys_id'] ?? ''
  const script = { name: `sys_ui_action.${sysId}`, source: row['script'] ?? '', scope: scopeOf(parts.store, row) }
  const { table, values } = wanted
  try {
    const task = {
      kind: 'uiAction',
      script,
      condition: row['condition'] ?? '',
      table,
      sysId: wanted.sysId,
      values,
    } as const
    const { value, messages } = await parts.engine.run(task, caller)
    parts.ledger.executed('sys_ui_action', sysId)
    session.messages.push(...messages)
    const outcome = value as { allowed: boolean; redirect?: string; sysId: string }
    if (!outcome.allowed)
      session.messages.push({ kind: 'error', text: `${row['name']} is not possible for this record any more.` })
    return { sysId: outcome.sysId, ...(outcome.redirect === undefined ? {} : { redirect: outcome.redirect }) }
  } catch (error) {
    if (!(error instanceof ScriptFailed)) throw error
    parts.log('error', `UI action ${row['name']} failed`, { reason: error.message, stack: error.scriptStack })
    session.messages.push(...error.messages, { kind: 'error', text: `${row['name']}: ${error.message}` })
    return { sysId: wanted.sysId }
  }
}
