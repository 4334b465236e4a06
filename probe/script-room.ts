import type { CallOptions, InstanceClient } from './instance-client.ts'
import { summary } from './instance-client.ts'
import type { Ledger } from './ledger.ts'

/** Where scripts of the probe run: each is a route of a Scripted REST service that lives as long as its row is asked. */
export interface ScriptRoom {
  /** A route with this script as it stands; answers its path. */
  route(script: string, options?: RouteOptions): Promise<string>
  /** What the body of a function returns; throws where it threw or could not be asked. */
  facts<T>(body: string, options?: RouteOptions & Pick<CallOptions, 'as' | 'body'>): Promise<T>
  /** The same in the application's own scope; undefined where the instance lets no such script in. */
  inApp<T>(body: string, options?: RouteOptions & Pick<CallOptions, 'as' | 'body'>): Promise<T>
}

export interface RouteOptions {
  readonly method?: 'GET' | 'POST'
  /** Without a login. */
  readonly isOpen?: boolean
  readonly requiresInternal?: boolean
  readonly inApp?: boolean
}

export interface RoomParts {
  readonly client: InstanceClient
  readonly ledger: Ledger
  /** Of this run and row, in every name. */
  readonly mark: string
  readonly scope: string
  readonly app: string | undefined
}

interface Answered<T> {
  readonly scope: string
  readonly facts?: T
  readonly threw?: string
}

/** A function's value as the body of the answer, in the words of the oldest engine. */
export const asRoute = (body: string): string => `(function process(request, response) {
  var summary = { scope: gs.getCurrentScopeName() };
  try { summary.facts = (function () { ${body} })(); } catch (e) { summary.threw = String(e); }
  response.setContentType('application/json');
  response.getStreamWriter().writeString(JSON.stringify(summary));
})(request, response);`

export class NotInScope extends Error {}

export function createScriptRoom({ client, ledger, mark, scope, app }: RoomParts): ScriptRoom {
  const services = new Map<string, Promise<string>>()
  let routes = 0
  const serviceOf = async (owner: string): Promise<string> => {
    const values = { name: mark, service_id: mark, active: 'true', ...(owner === '' ? {} : { sys_scope: owner }) }
    const row = await ledger.make('sys_ws_definition', values)
    return row['sys_id'] ?? ''
  }
  const route: ScriptRoom['route'] = async (script, options = {}) => {
    const owner = options.inApp ? (app ?? '') : ''
    const service = services.get(owner) ?? serviceOf(owner)
    services.set(owner, service)
    routes += 1
    const row = await ledger.make('sys_ws_operation', {
      name: `${mark}_${routes}`,
      web_service_definition: await service,
      http_method: options.method ?? 'GET',
      relative_path: `/${routes}`,
      operation_script: script,
      active: 'true',
      requires_authentication: String(!options.isOpen),
      requires_acl_authorization: 'false',
      requires_snc_internal_role: String(options.requiresInternal ?? false),
      ...(owner === '' ? {} : { sys_scope: owner }),
    })
    const path = row['operation_uri'] ?? ''
    if (!path.startsWith('/api/')) throw new Error(`the instance gave the route no path: ${JSON.stringify(path)}`)
    return path
  }
  const ask = async <T>(
    body: string,
    options: RouteOptions & Pick<CallOptions, 'as' | 'body'>,
  ): Promise<Answered<T>> => {
    const path = await route(asRoute(body), options)
    const answer = await client.call(options.method ?? 'GET', path, options)
    const result = answer.json as Answered<T> | undefined
    if (answer.status !== 200 || !result) throw new Error(`a script could not be asked: ${summary(answer)}`)
    if (result.threw !== undefined) throw new Error(`a script threw ${result.threw}`)
    return result
  }
  return {
    route,
    facts: async <T>(body: string, options: RouteOptions & Pick<CallOptions, 'as' | 'body'> = {}) =>
      (await ask<T>(body, options)).facts as T,
    inApp: async <T>(body: string, options: RouteOptions & Pick<CallOptions, 'as' | 'body'> = {}) => {
      const result = await ask<T>(body, { ...options, inApp: true })
      if (result.scope === scope) return result.facts as T
      throw new NotInScope(
        `a script of ${scope} that comes by the Table API runs in ${result.scope}, where it saw ${JSON.stringify(result.facts)}`,
      )
    },
  }
}
