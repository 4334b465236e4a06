import express, { type Express, type RequestHandler } from 'express'

import { type CONTRACTS, type Operation, type OperationId, OPERATIONS } from '@accord/shared/contracts'

import { yielding } from '../event-loop/yielding.ts'
import type { Nonces } from '../nodes/freshness.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { ConsoleSessions } from '../console/console-sessions.ts'
import type { OwnNoticesService } from '../notices/own-notices.ts'
import type { Callers } from '../nodes/callers.ts'
import type { Metrics } from '../observability/metrics.ts'
import type { Tracing } from '../tracing/tracing.ts'
import { createAdmission, DEFAULT_RATES, type Admission, type AdmissionRates } from './admission.ts'
import { createAuthentication, type Authentication } from './authenticate.ts'
import { readBodyOf } from './body.ts'
import { noteCallerAddress } from './caller-address.ts'
import { type ConsoleOptions, createConsoleRouter } from './console/console-router.ts'
import { nameRedeem, nameSourceCall } from './name-invitation-call.ts'
import { noteOrigin } from './note-origin.ts'
import { observe } from './observe.ts'
import { answerProblem, type HttpLog } from './problem.ts'
import { assignRequestId } from './request-id.ts'
import { pathOfUrl, refuseOddTarget, takeOffPrefix } from './request-target.ts'
import type { Handlers } from './handlers.ts'
import { serveOperation } from './serve-operation.ts'
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

/** The services behind the routes, and what authentication needs. */
export interface AppServices {
  readonly operations: Handlers<typeof CONTRACTS>
  readonly callers: Callers
  readonly sessions: ConsoleSessions
  readonly ownNotices: OwnNoticesService
  readonly metrics: Pick<Metrics, 'observeHttp'>
}

interface Gate {
  readonly admission: Admission
  readonly authentication: Authentication
  readonly callers: Callers
}

/** The HTTP side of the bridge: every operation of the protocol over its service. */
export function createApp(services: AppServices, options: AppOptions): Express {
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
  const served = (Object.entries(OPERATIONS) as [OperationId, Operation][]).filter(([, each]) =>
    isServed(each, options.half),
  )
  for (const path of new Set(served.map(([, operation]) => operation.path))) {
    const found = served.filter(([, operation]) => operation.path === path)
    const at = app.route(path.replaceAll(/\{(\w+)\}/gu, ':$1'))
    for (const [id, operation] of found) {
      const traced = tracing && operation.rate !== 'probe' ? [traceRequest(id, tracing)] : []
      const steps = [
        observe(id, services.metrics, log),
        noteOrigin(operation.audience),
        ...stepsBefore(operation, gate),
      ]
      const answer = serveOperation(operation, services.operations[operation.name])
      at[operation.method.toLowerCase() as 'get' | 'post' | 'put'](...traced, ...steps, answer)
    }
    at.all(refuseMethod(found.map(([, { method }]) => method)))
  }
  if (options.console && options.half !== 'public') {
    const { admission } = gate
    app.use(createConsoleRouter({ ...options.console, services, publicUrl, admission, log }))
  }
  app.use(observe('unknown', services.metrics, log), () => {
    throw new Refusal('not_found')
  })
  return app.use(answerProblem(log, options.outageOf))
}

/** Each request begins in a turn of the event loop that has time left: fifty that arrive together would hold up all others. */
const waitForTurn: RequestHandler = (_request, _response, next) => yielding(next)

const prefixesOf = ({ publicUrl, console }: AppOptions, { callers }: AppServices): string[] =>
  [publicUrl, ...(console ? [console.consoleUrl] : []), ...(callers.formerUrls?.() ?? [])].map(pathOfUrl)

const isServed = ({ audience, rate }: Operation, half: AppOptions['half']): boolean =>
  half === undefined || rate === 'probe' || (audience === 'operator') === (half === 'admin')

/** From cheap to dear: rate, token, body, signature. Probes go on while strangers are turned away: a busy node is not a dead one. */
function stepsBefore(
  { proof, rate, signed, ...operation }: Operation,
  { admission, authentication, callers }: Gate,
): RequestHandler[] {
  // A body as long as a file is read by who takes it.
  const readBody = operation.isStreamed ? [] : [readBodyOf(operation)]
  if (proof === 'instance-token') return [authentication.asInstance, ...readBody]
  if (proof === 'operator-token') return [authentication.asOperator, ...readBody]
  if (rate === 'probe') return []
  const admitted = [admission.admit, ...(rate === 'redeem' ? [admission.admitRedeem] : []), ...readBody]
  if (signed === 'refusals') admitted.push(nameRedeem(callers))
  if (signed === 'answers') admitted.push(nameSourceCall(callers))
  switch (proof) {
    case 'key-chain':
      return [...admitted, authentication.nameBody]
    case 'source-signature':
      return [...admitted, authentication.asSource]
    case 'signed-request':
      return [...admitted, authentication.asNode]
    case 'signed-body':
    case 'none':
      return admitted
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
