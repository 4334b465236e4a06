import express, { type Express, type RequestHandler } from 'express'

import { OPERATIONS, type Operation, type OperationId } from '@accord/shared/protocol'

import { yielding } from '../event-loop/yielding.ts'
import type { Nonces } from '../nodes/freshness.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { BridgeServices } from '../services.ts'
import type { Tracing } from '../tracing/tracing.ts'
import { createAdmission, DEFAULT_RATES, type Admission, type AdmissionRates } from './admission.ts'
import { createAuthentication, type Authentication } from './authenticate.ts'
import { readRawBody } from './body.ts'
import { noteCallerAddress } from './caller-address.ts'
import { type ConsoleOptions, createConsoleRouter } from './console/console-router.ts'
import { CONTRACTS } from './contracts.ts'
import { nameRedeem, nameSourceCall } from './name-invitation-call.ts'
import { noteOrigin } from './note-origin.ts'
import { observe } from './observe.ts'
import { answerProblem, type HttpLog } from './problem.ts'
import { assignRequestId } from './request-id.ts'
import { pathOfUrl, refuseOddTarget, takeOffPrefix } from './request-target.ts'
import type { Route } from './route.ts'
import { createRoutes } from './routes/index.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { traceRequest } from './trace-request.ts'

export interface AppOptions {
  /** Configured public URL without a final slash. */
  readonly publicUrl: string
  readonly nonces: Nonces
  readonly log: HttpLog
  readonly now?: (() => Date) | undefined
  readonly rates?: Partial<AdmissionRates> | undefined
  /** CIDR ranges whose `X-Forwarded-For` is believed, beside a reverse proxy on the same machine. */
  readonly trustedProxies?: readonly string[] | undefined
  readonly tracing?: Tracing | undefined
  /** What makes an error of a service a passing one, in words for the operator; undefined for a defect. */
  readonly outageOf?: ((error: unknown) => string | undefined) | undefined
  /** Undefined: this node serves no console. */
  readonly console?: ConsoleOptions | undefined
  /** Which half it answers where operator and console have a port of their own; both when absent. Health belongs to both. */
  readonly half?: 'public' | 'admin' | undefined
}

interface Gate {
  readonly admission: Admission
  readonly authentication: Authentication
  readonly callers: BridgeServices['callers']
}

/** The HTTP side of the bridge: every operation of the protocol over its service. */
export function createApp(services: BridgeServices, options: AppOptions): Express {
  const { publicUrl, nonces, log, now = () => new Date(), tracing } = options
  const app = express()
  app.disable('x-powered-by').disable('etag').set('query parser', false)
  app.enable('case sensitive routing').enable('strict routing')
  app.use(noteCallerAddress(options.trustedProxies ?? []), waitForTurn, assignRequestId, setSecurityHeaders(publicUrl))
  app.use(refuseOddTarget(observe('unknown', services.metrics, log)), takeOffPrefix(prefixesOf(options, services)))
  const gate = {
    admission: createAdmission({ ...DEFAULT_RATES, ...options.rates }, now),
    callers: services.callers,
    authentication: createAuthentication({ callers: services.callers, nonces, publicUrl, now }),
  }
  const allRoutes = createRoutes(services, publicUrl)
  const served = allRoutes.filter(({ name }) => isServed(name, options.half))
  for (const path of new Set(served.map(pathOfRoute))) {
    const routes = served.filter((route) => pathOfRoute(route) === path)
    const at = app.route(path.replaceAll(/\{(\w+)\}/gu, ':$1'))
    for (const { name, answer } of routes) {
      const method = OPERATIONS[name].method.toLowerCase() as 'get' | 'post'
      const traced = tracing && !PROBES.has(name) ? [traceRequest(name, tracing)] : []
      const steps = [
        observe(name, services.metrics, log),
        noteOrigin(OPERATIONS[name].audience),
        ...stepsBefore(name, gate),
      ]
      at[method](...traced, ...steps, answer)
    }
    at.all(refuseMethod(routes.map(({ name }) => OPERATIONS[name].method)))
  }
  if (options.console && options.half !== 'public') {
    const { admission } = gate
    app.use(createConsoleRouter({ ...options.console, services, publicUrl, admission, log, routes: allRoutes }))
  }
  app.use(observe('unknown', services.metrics, log), () => {
    throw new Refusal('not_found')
  })
  return app.use(answerProblem(log, options.outageOf))
}

/** Fifty requests that arrive together would be begun one right after the other, and everybody else would wait. */
const waitForTurn: RequestHandler = (_request, _response, next) => yielding(next)

const prefixesOf = ({ publicUrl, console }: AppOptions, { callers }: BridgeServices): string[] =>
  [publicUrl, ...(console ? [console.consoleUrl] : []), ...(callers.formerUrls?.() ?? [])].map(pathOfUrl)

const isServed = (name: OperationId, half: AppOptions['half']): boolean =>
  half === undefined || PROBES.has(name) || (OPERATIONS[name].audience === 'operator') === (half === 'admin')

const pathOfRoute = ({ name }: Route): string => OPERATIONS[name].path

/** Probes go on while strangers are being turned away: a busy node is not a dead one. */
const PROBES: ReadonlySet<OperationId> = new Set<OperationId>(['readHealth', 'readReadiness'])

/** From cheap to dear: rate, token, body, signature. */
function stepsBefore(name: OperationId, { admission, authentication, callers }: Gate): RequestHandler[] {
  switch (CONTRACTS[name].proof) {
    case 'none':
      return PROBES.has(name) ? [] : [admission.admit, readRawBody]
    case 'signed-body':
      return [admission.admit, admission.admitRedeem, readRawBody, nameRedeem(callers)]
    case 'key-chain':
      return [admission.admit, readRawBody, authentication.nameBody]
    case 'source-signature':
      return name === 'settleAcceptance'
        ? [admission.admit, readRawBody, nameSourceCall(callers), authentication.asSource]
        : [admission.admit, readRawBody, authentication.asSource]
    case 'signed-request':
      return [admission.admit, readRawBody, authentication.asNode]
    case 'instance-token':
      return [authentication.asInstance, readRawBody]
    case 'operator-token':
      return [authentication.asOperator, readRawBody]
  }
}

function refuseMethod(methods: readonly Operation['method'][]): RequestHandler {
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  return (request, response) => {
    response.setHeader('Allow', allow)
    if (request.method !== 'OPTIONS') throw new Refusal('method_not_allowed')
    response.status(204).end()
  }
}
