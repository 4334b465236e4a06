import type { Caller, Row, SimulatorParts } from '../contracts.ts'
import { hasAnyRole, isOn, lineageOf, rowsOf, scopeOf } from '../engine/metadata.ts'

/** Where on a page an action may stand: the flag of sys_ui_action that says so. */
export type ActionPlace =
  'form_button' | 'form_link' | 'form_context_menu' | 'list_banner_button' | 'list_choice' | 'list_button' | 'list_link'

export interface VisibleAction {
  readonly sysId: string
  readonly name: string
  readonly actionName: string
  readonly hint: string
  readonly style: string
  readonly client: boolean
  readonly onclick: string
  readonly script: string
  readonly places: ReadonlySet<ActionPlace>
}

const PLACES: readonly ActionPlace[] = ['form_button', 'form_link', 'form_context_menu', 'list_banner_button', 'list_choice', 'list_button', 'list_link'] // prettier-ignore

function rolesOf({ store }: SimulatorParts, action: Row): string[] {
  const rows = rowsOf(store, 'sys_ui_action_role', `sys_ui_action=${action['sys_id']}`)
  return rows.map(
    (row) => store.find('sys_user_role', row['sys_user_role'] ?? '')?.['name'] ?? row['sys_user_role'] ?? '',
  )
}

/** Active actions of the table and its parents that the caller's roles allow; conditions are not asked yet. */
export function actionsOf(parts: SimulatorParts, table: string, caller: Caller): Row[] {
  const { store, settings } = parts
  const tables = [...lineageOf(store, table), 'global'].join(',')
  return rowsOf(store, 'sys_ui_action', `tableIN${tables}`)
    .filter((row) => isOn(row['active']) && hasAnyRole(caller, rolesOf(parts, row)))
    .filter((row) => settings.scopeAllowlist?.has(scopeOf(store, row)) ?? true)
    .toSorted((a, b) => Number(a['order'] || 100) - Number(b['order'] || 100))
}

function describe({ store }: SimulatorParts, row: Row, caller: Caller): VisibleAction {
  const shown = (column: string) =>
    store.displayValue('sys_ui_action', column, row[column] ?? '', store.viewerOf(caller))
  return {
    sysId: row['sys_id'] ?? '',
    name: shown('name'),
    actionName: row['action_name'] ?? '',
    hint: shown('hint'),
    style: row['form_style'] || row['list_style'] || '',
    client: isOn(row['client']),
    onclick: row['onclick'] ?? '',
    script: row['script'] ?? '',
    places: new Set(PLACES.filter((place) => isOn(row[place]))),
  }
}

/** Actions to draw: the places asked for, and the condition held on the server with `current`. */
export async function visibleActions(
  parts: SimulatorParts,
  place: { readonly table: string; readonly sysId: string; readonly kind: 'form' | 'list' },
  caller: Caller,
): Promise<VisibleAction[]> {
  const wanted = PLACES.filter((name) => name.startsWith(place.kind))
  const isNew = place.sysId === '' || place.sysId === '-1'
  const rows = actionsOf(parts, place.table, caller).filter(
    (row) =>
      wanted.some((name) => isOn(row[name])) &&
      (place.kind === 'list' || isOn(row[isNew ? 'show_insert' : 'show_update'])),
  )
  if (rows.every((row) => (row['condition'] ?? '') === '')) return rows.map((row) => describe(parts, row, caller))
  const actions = rows.map((row) => ({
    sysId: row['sys_id'] ?? '',
    condition: row['condition'] ?? '',
    scope: scopeOf(parts.store, row),
  }))
  const task = { kind: 'actionConditions', table: place.table, sysId: place.sysId, actions } as const
  const { value } = await parts.engine.run(task, caller)
  const holding = new Set(value as string[])
  return rows.filter((row) => holding.has(row['sys_id'] ?? '')).map((row) => describe(parts, row, caller))
}
