import { ERROR_CODES, INSTANCE_API, INSTANCE_SYNC_LIMITS, LIMITS } from '@accord/shared/protocol'
import { InstanceDiscovery } from '@accord/shared/schemas'
import { type AxiosResponse, create } from 'axios'
import { z } from 'zod'

import type { InstanceAddress } from '../nodes/instance-address.ts'
import { retryAfterOf } from '../network/retry-after.ts'
import { refusalOfTransport } from '../network/transport-error.ts'
import type { UrlGuard } from '../network/url-guard.ts'
import { isRefusal, Refusal } from '../refusals/refusal.ts'
import { traceCall } from '../tracing/trace-call.ts'
import type { Tracing } from '../tracing/tracing.ts'
import { type CallbackVerdict, verdictOfCallback } from './callback-answer.ts'
import { createInstanceSessions } from './instance-sessions.ts'
import type { SignedCallback } from './signed-callback.ts'

export interface CallbackResult {
  readonly verdict: CallbackVerdict
  /** The instance's clock minus ours; null when its answer does not tell the time. */
  readonly clockDifferenceMs: number | null
}

/** The answer of the instance, unchecked. */
export interface InstanceAnswer {
  readonly status: number
  readonly contentType: string
  readonly text: string
  readonly headers: Readonly<Record<string, unknown>>
  /** Seconds, where the instance asks for them. */
  readonly retryAfterS: number | undefined
}

/** HTTP client of the paired instance. Its URL was typed by a person, so the URL guard checks it like any other. */
export interface InstanceClient {
  /** Never throws for what the network or the instance does: the verdict says it. */
  post(instance: InstanceAddress, callback: SignedCallback): Promise<CallbackResult>
  /** Another route of the application, below its base path. Throws the refusals of the network. */
  call(instance: InstanceAddress, path: string, signed: SignedCallback): Promise<InstanceAnswer>
  /** What the application says of itself, unsigned. Throws the refusals of the network, and what stands in the way by its name. */
  readDiscovery(instance: InstanceAddress): Promise<InstanceDiscovery>
}

interface Allowed {
  readonly bytes: number
  readonly timeoutMs: number
}
const CALLBACK: Allowed = { bytes: LIMITS.bodyBytes, timeoutMs: LIMITS.outboundTimeoutMs }
/** Twenty records with their entries; an instance ends a call of an application’s routes by itself after 298 seconds. */
const SYNC_CALL: Allowed = { bytes: 4 * INSTANCE_SYNC_LIMITS.bodyChars, timeoutMs: 70_000 }

interface Sent {
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

type Request = (url: string, sent: Sent, allowed: Allowed) => Promise<AxiosResponse<string>>

const InstanceAnswered = z.object({ result: InstanceDiscovery })

function createRequest(guard: UrlGuard, tracing: Tracing | undefined): Request {
  const http = create({
    proxy: false,
    maxRedirects: 0,
    decompress: false,
    responseType: 'text',
    httpAgent: guard.httpAgent,
    httpsAgent: guard.httpsAgent,
    validateStatus: () => true,
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    headers: { common: { 'Accept-Encoding': 'identity', 'User-Agent': 'accord-node' } },
  })
  const sessions = createInstanceSessions()
  return (url, { method, body, headers }, { bytes, timeoutMs }) => {
    const what = { name: 'call instance', method, url, statusOf: ({ status }: AxiosResponse<string>) => status }
    const call = { method, url, data: body, maxContentLength: bytes }
    return traceCall(tracing, what, (traceHeaders) =>
      sessions.use(url, (cookies) => {
        const cookie = cookies === '' ? {} : { Cookie: cookies }
        const signal = AbortSignal.timeout(timeoutMs)
        return http.request<string>({ ...call, signal, headers: { ...headers, ...traceHeaders, ...cookie } })
      }),
    )
  }
}

export function createInstanceClient(guard: UrlGuard, now: () => Date, tracing?: Tracing): InstanceClient {
  const request = createRequest(guard, tracing)
  return {
    call: async ({ instanceUrl, apiBase }, path, signed) => {
      try {
        const url = guard.check(instanceUrl + apiBase + path).href
        const { status, headers, data } = await request(url, { method: 'POST', ...signed }, SYNC_CALL)
        const retryAfterS = status === 200 ? undefined : retryAfterOf(headers['retry-after'], now())
        const contentType = String(headers['content-type'] ?? '')
        return { status, contentType, text: String(data), headers, retryAfterS }
      } catch (error) {
        throw refusalOfTransport(error)
      }
    },
    post: async ({ instanceUrl, apiBase }, callback) => {
      try {
        const url = guard.check(instanceUrl + apiBase + INSTANCE_API.events).href
        const answer = await request(url, { method: 'POST', ...callback }, CALLBACK)
        const verdict = verdictOfCallback(unread(answer))
        const retryAfterS =
          verdict.code === 'delivered' ? undefined : retryAfterOf(answer.headers['retry-after'], now())
        return { verdict: { ...verdict, retryAfterS }, clockDifferenceMs: differenceOf(answer.headers['date'], now()) }
      } catch (error) {
        return { verdict: verdictOf(error), clockDifferenceMs: null }
      }
    },
    readDiscovery: async ({ instanceUrl, apiBase }) => {
      const url = guard.check(instanceUrl + apiBase + INSTANCE_API.discovery).href
      const headers = { accept: 'application/json' }
      const answer = await request(url, { method: 'GET', headers }, CALLBACK).catch((error: unknown) => {
        throw isTooLong(error) ? new Refusal('gateway_page') : refusalOfTransport(error)
      })
      const found = InstanceAnswered.safeParse(answer.status === 200 ? parse(answer.data) : undefined)
      if (found.success) return found.data.result
      const { code, detail } = verdictOfCallback(unread(answer))
      throw answer.status === 200 && code === 'instance_unreachable'
        ? new Refusal('not_accord')
        : new Refusal(code === 'delivered' ? 'not_accord' : code, detail)
    },
  }
}

const unread = ({ status, headers, data }: AxiosResponse<string>) => ({
  status,
  headers,
  contentType: String(headers['content-type'] ?? ''),
  text: String(data),
})

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** HTTP dates hold whole seconds: half a second is added, the mean of what was cut off. */
function differenceOf(date: unknown, now: Date): number | null {
  const time = typeof date === 'string' ? Date.parse(date) : Number.NaN
  return Number.isNaN(time) ? null : time + 500 - now.getTime()
}

/** The application answers in a few words; only a page is so long. */
const isTooLong = (error: unknown): boolean => error instanceof Error && error.message.startsWith('maxContentLength')

function verdictOf(error: unknown): CallbackVerdict {
  if (isTooLong(error))
    return { code: 'gateway_page', detail: 'A long page came instead of an answer of the instance.' }
  const refusal = isRefusal(error) ? error : refusalOfTransport(error)
  const { title, remedy } = ERROR_CODES[refusal.code]
  return { code: 'instance_unreachable', detail: `The instance does not answer. ${title} (${refusal.code}). ${remedy}` }
}
