import type { RecordStore, Row } from '../contracts.ts'
import { isOn, rowsOf, scopeOf } from '../engine/metadata.ts'

/** One way to reach one sys_ws_operation: its versioned path, or the unversioned one of the default version. */
export interface ScriptedRoute {
  readonly method: string
  readonly segments: readonly string[]
  readonly operation: Row
  readonly definition: Row
  readonly scope: string
}

export interface RouteMatch {
  readonly route: ScriptedRoute
  readonly pathParams: Readonly<Record<string, string>>
}

const split = (path: string) => path.split('/').filter((segment) => segment !== '')
const parameterOf = (segment: string) => /^\{(\w+)\}$/.exec(segment)?.[1]

function pathsOf(store: RecordStore, operation: Row): string[] {
  const version = store.find('sys_ws_version', operation['web_service_version'] ?? '')
  if (version && !isOn(version['active'])) return []
  const paths = [operation['operation_uri'] ?? '']
  if (!version || isOn(version['is_default'])) paths.push(operation['default_operation_uri'] ?? '')
  return paths.filter((path) => path !== '')
}

function readRoutes(store: RecordStore): ScriptedRoute[] {
  return rowsOf(store, 'sys_ws_operation', '').flatMap((operation) => {
    const definition = store.find('sys_ws_definition', operation['web_service_definition'] ?? '')
    if (!definition || !isOn(operation['active']) || !isOn(definition['active'])) return []
    const shared = {
      method: operation['http_method'] ?? 'GET',
      operation,
      definition,
      scope: scopeOf(store, operation),
    }
    return pathsOf(store, operation).map((path) => ({ ...shared, segments: split(path) }))
  })
}

function matchSegments(template: readonly string[], actual: readonly string[]): Record<string, string> | undefined {
  if (template.length !== actual.length) return undefined
  const pathParams: Record<string, string> = {}
  for (const [index, segment] of template.entries()) {
    const value = actual[index] ?? ''
    const name = parameterOf(segment)
    if (name !== undefined) pathParams[name] = value
    else if (segment !== value) return undefined
  }
  return pathParams
}

/** A literal segment beats a parameter, from the left. */
const rank = (route: ScriptedRoute) =>
  route.segments.map((segment) => (parameterOf(segment) === undefined ? '0' : '1')).join('')

/** Scripted REST routes of the instance; read again when one of their tables has changed. */
export function createRouteTable(store: RecordStore) {
  let stamp = ''
  let routes: readonly ScriptedRoute[] = []
  const current = () => {
    const tables = ['sys_ws_operation', 'sys_ws_definition', 'sys_ws_version']
    const now = tables.map((table) => store.revision(table)).join()
    if (now !== stamp) routes = readRoutes(store).toSorted((a, b) => rank(a).localeCompare(rank(b)))
    stamp = now
    return routes
  }
  return {
    /** Matches for a path, whatever the method: none is "no resource", none of the method is "not supported". */
    match(path: string): readonly RouteMatch[] {
      const segments = split(path)
      return current().flatMap((route) => {
        const pathParams = matchSegments(route.segments, segments)
        return pathParams ? [{ route, pathParams }] : []
      })
    },
  }
}
