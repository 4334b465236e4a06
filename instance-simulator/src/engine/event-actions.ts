import type { Caller, EngineParts, Row, ScriptEngine } from '../contracts.ts'
import type { JobTask, RecordImage } from './job.ts'
import { ENGINE_CALLER, isOn, rowsOf, scopeOf } from './metadata.ts'

function currentOf({ store }: EngineParts, { table = '', instance = '' }: Row): RecordImage | undefined {
  const row = store.findTable(table) ? store.find(table, instance) : undefined
  return row && { table, row }
}

/** Runs the script actions of one event by their order, each as a transaction of its own; one that fails is logged. */
export async function runEventActions(
  parts: EngineParts,
  run: ScriptEngine['run'],
  event: Row,
  caller: Caller,
): Promise<void> {
  const { store, ledger, log, clock } = parts
  const actions = rowsOf(store, 'sysevent_script_action', `event_name=${event['name']}`)
    .filter(({ active }) => isOn(active))
    .toSorted((a, b) => Number(a['order'] || 100) - Number(b['order'] || 100))
  for (const action of actions) {
    const sysId = action['sys_id'] ?? ''
    const name = `sysevent_script_action.${sysId}`
    const current = currentOf(parts, event)
    const task: JobTask = {
      kind: 'scriptAction',
      script: { name, source: action['script'] ?? '', scope: scopeOf(store, action) },
      condition: action['condition_script'] ?? '',
      event: { table: 'sysevent', row: event },
      ...(current ? { current } : {}),
    }
    ledger.executed('sysevent_script_action', sysId)
    await run(task, caller).catch((error: unknown) =>
      log('error', `Script action ${action['name']} failed`, { reason: String(error) }),
    )
  }
  const processed = new Date(clock.now()).toISOString().slice(0, 19).replace('T', ' ')
  store.update('sysevent', event['sys_id'] ?? '', { state: 'processed', processed }, ENGINE_CALLER)
}
