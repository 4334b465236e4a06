import { create } from 'axios'

import { LIMITS } from '@accord/shared/protocol'

import { traceCall } from '../tracing/trace-call.ts'
import type { Tracing } from '../tracing/tracing.ts'
import { sha256 } from '../keys/digest.ts'
import { NOT_JSON, parseStrictJson } from '../jws/strict-json.ts'
import { ANSWER_SIGNATURE_HEADER } from './answer-signature.ts'
import { Refusal } from '../refusals/refusal.ts'
import { type ForeignPage, pageOf } from '../network/foreign-page.ts'
import { retryAfterOf } from '../network/retry-after.ts'
import { refusalOfTransport } from '../network/transport-error.ts'
import type { UrlGuard } from '../network/url-guard.ts'

export interface RemoteRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  /** Sent as it is; `createJsonBody` makes it. */
  readonly body?: Uint8Array | undefined
  readonly authorization?: string | undefined
  /** The place of the first byte that is asked for. */
  readonly from?: number | undefined
  /** Of the body and of its answer at most; LIMITS.bodyBytes when absent. */
  readonly bytes?: number | undefined
  /** Under which the other side does it once, if it knows such. */
  readonly idempotencyKey?: string | undefined
  /** Beside the usual ones. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** How long the other side may hold its answer, on top of the usual time. */
  readonly waitMs?: number | undefined
}

export interface RemoteAnswer {
  readonly status: number
  /** Parsed JSON, or undefined when the body is none. Written by a stranger: to be checked before use. */
  readonly json: unknown
  /** A page in the place of an answer. */
  readonly page: ForeignPage | undefined
  /** Seconds of `Retry-After`, at most an hour. */
  readonly retryAfterS: number | undefined
  readonly isRedirect: boolean
  /** The header by which the control plane signs, as received. */
  readonly signature: string | undefined
  /** `Content-Range`: which bytes of a file stand in the body, of how many. */
  readonly range: { readonly from: number; readonly of: number } | undefined
  readonly bytes: Uint8Array
  /** SHA-256 of the body's bytes, base64url. */
  readonly bodyHash: string
}

/** Speaks HTTP to the outside. Every URL passes the guard; nothing is followed, decompressed or read beyond the bound of its operation. */
export interface RemoteNodeClient {
  /** Throws `url_refused`, `name_unresolved`, `tls_failed`, `connection_refused`, `timed_out`, `unreachable`, `protocol_violation`. */
  send(request: RemoteRequest): Promise<RemoteAnswer>
  /** Ends the calls whose answer is being held, by `retry_later`; and every later one of that kind. */
  endWaits(): void
  close(): void
}

export const createJsonBody = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))

/** `timeoutMs`: for the whole exchange, from the look-up of the name to the last byte. */
export function createRemoteNodeClient(
  guard: UrlGuard,
  timeoutMs: number = LIMITS.outboundTimeoutMs,
  tracing?: Tracing,
): RemoteNodeClient {
  const http = create({
    proxy: false,
    maxRedirects: 0,
    decompress: false,
    responseType: 'arraybuffer',
    httpAgent: guard.httpAgent,
    httpsAgent: guard.httpsAgent,
    validateStatus: () => true,
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    headers: { common: { Accept: 'application/json', 'Accept-Encoding': 'identity', 'User-Agent': 'accord-node' } },
  })
  const ending = new AbortController()
  const signalOf = (waitMs: number) => {
    const timeout = AbortSignal.timeout(timeoutMs + waitMs)
    return waitMs > 0 ? AbortSignal.any([timeout, ending.signal]) : timeout
  }
  return {
    endWaits: () => ending.abort(),
    send: async (request) => {
      const { method, url, body, authorization, from, idempotencyKey, waitMs = 0, bytes = LIMITS.bodyBytes } = request
      guard.check(url)
      const what = { name: 'call remote node', method, url, statusOf: ({ status }: RemoteAnswer) => status }
      return traceCall(tracing, what, async (traceHeaders) => {
        try {
          const answer = await http.request<Uint8Array>({
            method,
            url,
            signal: signalOf(waitMs),
            maxContentLength: bytes,
            maxBodyLength: bytes,
            ...(body === undefined ? {} : { data: Buffer.from(body) }),
            headers: {
              ...(body === undefined ? {} : { 'Content-Type': method === 'PUT' ? BYTES : 'application/json' }),
              ...(from === undefined ? {} : { Range: `bytes=${from}-`, Accept: BYTES }),
              ...(authorization === undefined ? {} : { Authorization: authorization }),
              ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
              ...request.headers,
              ...traceHeaders,
            },
          })
          return readAnswer(answer.status, answer.data, answer.headers)
        } catch (error) {
          if (waitMs > 0 && ending.signal.aborted) throw new Refusal('retry_later', 'This node is being stopped.')
          throw refusalOfTransport(error)
        }
      })
    },
    close: () => guard.close(),
  }
}

const BYTES = 'application/octet-stream'

function rangeOf(header: unknown): RemoteAnswer['range'] {
  const [, from, of] = /^bytes (\d{1,15})-\d{1,15}\/(\d{1,15})$/u.exec(String(header)) ?? []
  return of === undefined ? undefined : { from: Number(from), of: Number(of) }
}

type Headers = Readonly<Record<string, unknown>>

function readAnswer(status: number, data: Uint8Array, headers: Headers): RemoteAnswer {
  const json = status === 206 ? NOT_JSON : parseStrictJson(data)
  const signature = headers[ANSWER_SIGNATURE_HEADER.toLowerCase()]
  return {
    status,
    json: json === NOT_JSON ? undefined : json,
    page: json === NOT_JSON ? pageOf(headers['content-type'], data) : undefined,
    retryAfterS: retryAfterOf(headers['retry-after'], new Date()),
    isRedirect: status >= 300 && status < 400,
    signature: typeof signature === 'string' ? signature : undefined,
    range: rangeOf(headers['content-range']),
    bytes: data,
    bodyHash: sha256(data),
  }
}
