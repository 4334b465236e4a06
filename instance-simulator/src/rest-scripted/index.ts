import { raw, Router, type Request, type Response } from 'express'
import type { SimulatorParts } from '../contracts.ts'
import type { RestResponseImage } from '../engine/job.ts'
import { RestError } from '../rest/rest-error.ts'
import { admitCaller } from './admit-caller.ts'
import { requireMediaMatch } from './media-match.ts'
import { requestImage } from './request-image.ts'
import { createRouteTable, type RouteMatch } from './route-table.ts'

function answer(response: Response, image: RestResponseImage): void {
  response.status(image.status ?? 200)
  for (const [name, value] of Object.entries(image.headers)) response.setHeader(name, value)
  if (image.body === undefined) {
    response.end()
    return
  }
  response.setHeader('Content-Type', image.contentType ?? 'application/json;charset=UTF-8')
  response.end(image.body)
}

/** What a script may read of a body at once, in megabytes; the property may raise it. */
const TEXT_MEGABYTES = { usual: 10, most: 25, property: 'glide.rest.max_content_length' } as const

const maxTextBytes = ({ store }: SimulatorParts): number =>
  Math.min(Number(store.property(TEXT_MEGABYTES.property)) || TEXT_MEGABYTES.usual, TEXT_MEGABYTES.most) * 1024 * 1024

async function runRoute(
  parts: SimulatorParts,
  request: Request,
  response: Response,
  { route, pathParams }: RouteMatch,
) {
  const caller = await admitCaller(parts, request, route)
  requireMediaMatch(request, route)
  const sysId = route.operation['sys_id'] ?? ''
  parts.ledger.executed('sys_ws_operation', sysId)
  const script = {
    name: `sys_ws_operation.${sysId}`,
    source: route.operation['operation_script'] ?? '',
    scope: route.scope,
  }
  const image = requestImage(request, parts.settings.baseUrl, pathParams, maxTextBytes(parts))
  const body: unknown = request.body
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
  const { value, messages } = await parts.engine.run({ kind: 'rest', script, request: image }, caller, bytes)
  // A page that calls the route with its cookie shows on the next page what the script said to the user.
  if (caller.sessionId !== undefined) parts.sessions.findById(caller.sessionId)?.messages.push(...messages)
  answer(response, value as RestResponseImage)
}

/** Scripted REST: `/api/{namespace}[/v1]/{service}{path}`. What it does not know goes on to the next room. */
export function createScriptedRest(parts: SimulatorParts): Router {
  const routes = createRouteTable(parts.store)
  const router = Router()
  const readBody = raw({ type: () => true, limit: Infinity })
  router.use('/api', (request, response, next) => {
    const matches = routes.match(decodeURI(new URL(request.originalUrl, 'http://instance').pathname))
    if (matches.length === 0) return next()
    if (!matches.some(({ route }) => route.method === request.method)) throw new RestError('methodNotAllowed')
    response.locals['matches'] = matches
    return readBody(request, response, next)
  })
  router.use('/api', async (request, response, next) => {
    const matches = response.locals['matches'] as readonly RouteMatch[] | undefined
    const match = matches?.find(({ route }) => route.method === request.method)
    if (!match) return next()
    return runRoute(parts, request, response, match)
  })
  return router
}
