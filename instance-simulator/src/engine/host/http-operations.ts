import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { EngineParts } from '../../contracts.ts'
import { logOutbound } from './outbound-log.ts'
import { text, type HostDesk, type HostOperation, type Question } from './questions.ts'

/** The hard maximum for an answer; only switched off may a message wait longer. */
const CAP = { property: 'glide.http.outbound.max_timeout', switch: 'glide.http.outbound.max_timeout.enabled' } as const
const CAP_SECONDS = 30
/** Without the maximum, and where the message says nothing. */
const UNCAPPED_MS = 300_000
const REDIRECTS_MAX = 5
const MAX_BODY_BYTES = 10 * 1024 * 1024

interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly failure?: string
}

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

function exchange(url: URL, options: RequestOptions, body: string | undefined): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const open = url.protocol === 'https:' ? httpsRequest : httpRequest
    const outgoing = open(url, options, (response) => {
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > MAX_BODY_BYTES) response.destroy(new Error('Response body too large'))
        else chunks.push(chunk)
      })
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: headersOf(response),
          body: Buffer.concat(chunks).toString('utf8'),
        }),
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

/** Where a redirect leads that the script allows; undefined: the answer is the redirect itself. */
function redirectOf(from: URL, method: string, answer: HttpAnswer, allowed: unknown): URL | undefined {
  const location = answer.headers['location']
  if (answer.status < 300 || answer.status > 399 || location === undefined || method !== 'GET') return undefined
  const target = new URL(location, from)
  return Array.isArray(allowed) && !allowed.includes(target.href) ? undefined : target
}

async function attempt(url: URL, options: RequestOptions, body: string | undefined): Promise<HttpAnswer> {
  try {
    return await exchange(url, options, body)
  } catch (error) {
    const { code, name, message } = error as Error & { code?: string }
    if (name === 'TimeoutError' || name === 'AbortError') return failed('Request timed out')
    return failed(FAILURES[code ?? '']?.(url.host) ?? message)
  }
}

async function send(desk: HostDesk, question: Question): Promise<HttpAnswer> {
  const { store } = desk.parts
  const address = text(question, 'url')
  if (!URL.canParse(address) || !/^https?:/.test(address)) return failed(`Invalid uri '${address}'`)
  const method = text(question, 'method')
  const body = typeof question['body'] === 'string' ? question['body'] : undefined
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
  const headers = {
    'User-Agent': 'ServiceNow/1.0',
    Accept: '*/*',
    ...length,
    ...(question['headers'] as Record<string, string>),
  }
  const signal = AbortSignal.timeout(timeoutOf((name) => store.property(name), question['timeoutMs']))
  const [scope, logLevel] = [text(question, 'scope'), text(question, 'logLevel')]
  let url = new URL(address)
  for (let hop = 0; ; hop++) {
    const answer = await attempt(url, { method, headers, signal, agent: false }, body)
    logOutbound(desk, { method, headers, body: body ?? '', scope, logLevel, url }, answer)
    const target = hop < REDIRECTS_MAX ? redirectOf(url, method, answer, question['redirects']) : undefined
    if (!target) return answer
    url = target
  }
}

export const HTTP_OPERATIONS: Readonly<Record<string, HostOperation>> = {
  'http.send': send,
}
