import { randomUUID } from 'node:crypto'
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { EngineParts } from '../../contracts.ts'
import type { HttpAnswer, HttpRequest } from '../job.ts'
import { logOutbound } from './outbound-log.ts'
import { text, type HostDesk, type HostOperation, type Question } from './questions.ts'

/** The hard maximum for an answer; only switched off may a message wait longer. */
const CAP = { property: 'glide.http.outbound.max_timeout', switch: 'glide.http.outbound.max_timeout.enabled' } as const
const CAP_SECONDS = 30
/** Without the maximum, and where the message says nothing. */
const UNCAPPED_MS = 300_000
const REDIRECTS_MAX = 5
/** What an answer may have that is not saved as an attachment, in megabytes; the property may raise it. */
const BODY_MEGABYTES = { usual: 5, most: 10, property: 'glide.pf.rest.response_payload_max_size' } as const

const FAILURES: Readonly<Record<string, (host: string) => string>> = {
  ECONNREFUSED: (host) => `Connect to ${host} failed: Connection refused`,
  ENOTFOUND: (host) => `Unknown host: ${host.split(':')[0] ?? host}`,
  EAI_AGAIN: (host) => `Unknown host: ${host.split(':')[0] ?? host}`,
  ECONNRESET: () => 'Connection reset',
  ETIMEDOUT: () => 'Request timed out',
}

const failed = (failure: string): HttpAnswer => ({ status: 0, headers: {}, body: '', failure })

function headersOf(response: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
}

/** What came back, before it is text. */
interface Received {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer
}

interface Outgoing extends RequestOptions {
  readonly maxBytes: number
}

function exchange(url: URL, { maxBytes, ...options }: Outgoing, body: Buffer | undefined): Promise<Received> {
  return new Promise((resolve, reject) => {
    const open = url.protocol === 'https:' ? httpsRequest : httpRequest
    const outgoing = open(url, options, (response) => {
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > maxBytes) response.destroy(new Error('Response body too large'))
        else chunks.push(chunk)
      })
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: headersOf(response), bytes: Buffer.concat(chunks) }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** What the message asks for, as far as the instance lets it wait. */
export function timeoutOf(property: EngineParts['store']['property'], asked: unknown): number {
  const askedMs = typeof asked === 'number' && asked > 0 ? asked : undefined
  if (property(CAP.switch) === 'false') return askedMs ?? UNCAPPED_MS
  const capMs = Math.min(Number(property(CAP.property)) || CAP_SECONDS, CAP_SECONDS) * 1000
  return Math.min(askedMs ?? capMs, capMs)
}

const maxBodyBytes = (property: EngineParts['store']['property']): number =>
  Math.min(Number(property(BODY_MEGABYTES.property)) || BODY_MEGABYTES.usual, BODY_MEGABYTES.most) * 1024 * 1024

/** Text, or the bytes of an attachment with its content type. */
function bodyOf({ parts, streams }: HostDesk, { body, stream }: HttpRequest) {
  if (!stream) return { bytes: body === undefined ? undefined : Buffer.from(body, 'utf8'), type: {} }
  const attachment = parts.store.find('sys_attachment', stream.attachment)
  return { bytes: streams.read(stream), type: { 'Content-Type': attachment?.['content_type'] ?? '' } }
}

/** Where a redirect leads that the script allows; undefined: the answer is the redirect itself. */
function redirectOf(from: URL, { method, redirects }: HttpRequest, answer: HttpAnswer): URL | undefined {
  const location = answer.headers['location']
  if (answer.status < 300 || answer.status > 399 || location === undefined || method !== 'GET') return undefined
  const target = new URL(location, from)
  return redirects && !redirects.includes(target.href) ? undefined : target
}

/** Where the bytes of an answer go: into text, or onto the main thread's shelf. */
type Keep = (received: Received) => HttpAnswer

async function attempt(url: URL, options: Outgoing, body: Buffer | undefined, keep: Keep): Promise<HttpAnswer> {
  try {
    return keep(await exchange(url, options, body))
  } catch (error) {
    const { code, name, message } = error as Error & { code?: string }
    if (name === 'TimeoutError' || name === 'AbortError') return failed('Request timed out')
    return failed(FAILURES[code ?? '']?.(url.host) ?? message)
  }
}

async function send(desk: HostDesk, request: HttpRequest): Promise<HttpAnswer> {
  const { parts, streams } = desk
  const { method, scope, logLevel = '', keepBytes } = request
  if (!URL.canParse(request.url) || !/^https?:/.test(request.url)) return failed(`Invalid uri '${request.url}'`)
  const { bytes, type } = bodyOf(desk, request)
  const length = bytes === undefined ? {} : { 'Content-Length': String(bytes.length) }
  const headers = { 'User-Agent': 'ServiceNow/1.0', Accept: '*/*', ...length, ...type, ...request.headers }
  const signal = AbortSignal.timeout(timeoutOf((name) => parts.store.property(name), request.timeoutMs))
  const outgoing = {
    method,
    headers,
    signal,
    agent: false,
    maxBytes: keepBytes ? Infinity : maxBodyBytes((name) => parts.store.property(name)),
  }
  const keep: Keep = ({ status, headers: received, bytes: answered }) =>
    keepBytes
      ? { status, headers: received, body: '', held: streams.hold(answered) }
      : { status, headers: received, body: answered.toString('utf8') }
  let url = new URL(request.url)
  for (let hop = 0; ; hop++) {
    const answer = await attempt(url, outgoing, bytes, keep)
    logOutbound(desk, { method, headers, body: request.body ?? '', scope, logLevel, url }, answer)
    const target = hop < REDIRECTS_MAX ? redirectOf(url, request, answer) : undefined
    if (!target) return answer
    url = target
  }
}

const PENDING: HttpAnswer = { ...failed(''), isPending: true }

/** The answer, or that there is none yet when the time is over. */
async function wait({ started }: HostDesk, question: Question): Promise<HttpAnswer> {
  const answer = started.get(text(question, 'id'))
  if (!answer) return failed('The request was not started')
  const { waitMs } = question
  if (typeof waitMs !== 'number') return answer
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<HttpAnswer>((resolve) => {
    timer = setTimeout(() => resolve(PENDING), waitMs)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

export const HTTP_OPERATIONS: Readonly<Record<string, HostOperation>> = {
  'http.send': (desk, question) => send(desk, question as unknown as HttpRequest),
  'http.start': (desk, question) => {
    const id = randomUUID()
    const answer = send(desk, question as unknown as HttpRequest)
    desk.started.set(id, answer)
    desk.goesOn(answer)
    return id
  },
  'http.wait': wait,
}
