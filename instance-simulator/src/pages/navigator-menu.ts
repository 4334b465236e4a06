import type { Caller, Row, SimulatorParts } from '../contracts.ts'
import { hasAnyRole, isOn, roleNames, rowsOf } from '../engine/metadata.ts'

export interface MenuModule {
  readonly title: string
  readonly hint: string
  /** Path on this instance; undefined for a separator. */
  readonly target: string | undefined
}

export interface MenuApplication {
  readonly title: string
  readonly modules: readonly MenuModule[]
}

const withQuery = (path: string, filter: string | undefined) =>
  filter ? `${path}?sysparm_query=${encodeURIComponent(filter.replace(/\^?EQ$/, ''))}` : path

/** Where a module leads, by its link type. What is not simulated leads to a page that says so. */
const TARGETS: Readonly<Record<string, (module: Row) => string | undefined>> = {
  LIST: (module) => withQuery(`/${module['name']}_list.do`, module['filter']),
  FILTER: (module) => withQuery(`/${module['name']}_list.do`, module['filter']),
  NEW: (module) => `/${module['name']}.do?sys_id=-1`,
  DETAIL: (module) => `/${module['name']}.do?${module['query'] ?? ''}`,
  DIRECT: (module) => `/${(module['query'] ?? '').replace(/^\//, '')}`,
  HTML: () => undefined,
  SEPARATOR: () => undefined,
}

function targetOf(module: Row): string | undefined {
  const type = module['link_type'] ?? ''
  const find = TARGETS[type]
  return find ? find(module) : `/not_simulated.do?what=${encodeURIComponent(`module link type ${type}`)}`
}

const byOrder = (a: Row, b: Row) => Number(a['order'] || 0) - Number(b['order'] || 0)

/** Active applications and modules that the caller's roles open, in the order of the records. */
export function menuFor({ store }: SimulatorParts, caller: Caller): MenuApplication[] {
  const viewer = store.viewerOf(caller)
  const shown = (table: string, row: Row, column: string) =>
    store.displayValue(table, column, row[column] ?? '', viewer)
  const visible = (row: Row) => isOn(row['active']) && hasAnyRole(caller, roleNames(store, row['roles']))
  const modules = rowsOf(store, 'sys_app_module', '').filter(visible).toSorted(byOrder)
  return rowsOf(store, 'sys_app_application', '')
    .filter(visible)
    .toSorted(byOrder)
    .map((application) => ({
      title: shown('sys_app_application', application, 'title'),
      modules: modules
        .filter((module) => module['application'] === application['sys_id'])
        .map((module) => ({
          title: shown('sys_app_module', module, 'title'),
          hint: shown('sys_app_module', module, 'hint'),
          target: targetOf(module),
        })),
    }))
    .filter(({ modules: own }) => own.length > 0)
}
