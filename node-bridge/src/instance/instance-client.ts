import { ERROR_CODES, INSTANCE_API, INSTANCE_SYNC_LIMITS, LIMITS } from '@accord/shared/protocol'
import { type AxiosResponse, create } from 'axios'

import type { InstanceAddress } from '../nodes/instance-address.ts'
import { retryAfterOf } from '../network/retry-after.ts'
import { refusalOfTransport } from '../network/transport-error.ts'
import type { UrlGuard } from '../network/url-guard.ts'
import { isRefusal } from '../refusals/refusal.ts'
import { traceCall } from '../tracing/trace-call.ts'
import type { Tracing } from '../tracing/tracing.ts'
import { type CallbackVerdict, verdictOfCallback } from './callback-answer.ts'
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
  /** Seconds, where the instance asks for them. */
  readonly retryAfterS: number | undefined
}

/** HTTP client of the paired instance. Its URL was typed by a person, so the URL guard checks it like any other. */
export interface InstanceClient {
  /** Never throws for what the network or the instance does: the verdict says it. */
  post(instance: InstanceAddress, callback: SignedCallback): Promise<CallbackResult>
  /** Another route of the application, below its base path. Throws the refusals of the network. */
  call(instance: InstanceAddress, path: string, signed: SignedCallback): Promise<InstanceAnswer>
}

interface Allowed {
  readonly bytes: number
  readonly timeoutMs: number
}
const CALLBACK: Allowed = { bytes: LIMITS.bodyBytes, timeoutMs: LIMITS.outboundTimeoutMs }
/** Twenty records with their entries; an instance ends such a call by itself after a minute. */
const SYNC_CALL: Allowed = { bytes: 4 * INSTANCE_SYNC_LIMITS.bodyChars, timeoutMs: 70_000 }

type Request = (url: string, signed: SignedCallback, allowed: Allowed) => Promise<AxiosResponse<string>>

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
  return (url, { body, headers }, { bytes, timeoutMs }) => {
    const signal = AbortSignal.timeout(timeoutMs)
    const what = { name: 'call instance', method: 'POST', url, statusOf: ({ status }: AxiosResponse<string>) => status }
    const call = { method: 'POST', url, data: body, maxContentLength: bytes, signal }
    return traceCall(tracing, what, (traceHeaders) =>
      http.request<string>({ ...call, headers: { ...headers, ...traceHeaders } }),
    )
  }
}

export function createInstanceClient(guard: UrlGuard, now: () => Date, tracing?: Tracing): InstanceClient {
  const request = createRequest(guard, tracing)
  return {
    call: async ({ instanceUrl, apiBase }, path, signed) => {
      try {
        const url = guard.check(instanceUrl + apiBase + path).href
        const { status, headers, data } = await request(url, signed, SYNC_CALL)
        const retryAfterS = status === 200 ? undefined : retryAfterOf(headers['retry-after'], now())
        return { status, contentType: String(headers['content-type'] ?? ''), text: String(data), retryAfterS }
      } catch (error) {
        throw refusalOfTransport(error)
      }
    },
    post: async ({ instanceUrl, apiBase }, callback) => {
      try {
        const url = guard.check(instanceUrl + apiBase + INSTANCE_API.events).href
        const answer = await request(url, callback, CALLBACK)
        const contentType = String(answer.headers['content-type'] ?? '')
        const verdict = verdictOfCallback({ status: answer.status, contentType, text: String(answer.data) })
        const retryAfterS =
          verdict.code === 'delivered' ? undefined : retryAfterOf(answer.headers['retry-after'], now())
        return { verdict: { ...verdict, retryAfterS }, clockDifferenceMs: differenceOf(answer.headers['date'], now()) }
      } catch (error) {
        return { verdict: verdictOf(error), clockDifferenceMs: null }
      }
    },
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
