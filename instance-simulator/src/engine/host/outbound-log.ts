import { ENGINE_CALLER } from '../metadata.ts'
import { keepNewest } from './keep-newest.ts'
import type { HostDesk } from './questions.ts'

const TABLE = 'sys_outbound_http_log'
/** No value of glide.outbound_http.content.max_limit raises the length of a logged body beyond this. */
const BODY_MAX = 1000
const BODY_DEFAULT = 100

interface Exchange {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly scope: string
  /** As the script set it. */
  readonly logLevel: string
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const linesOf = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')

/** *Outbound HTTP Requests*: basic without headers and bodies, elevated with headers, all with the beginning of bodies. */
export function logOutbound({ parts: { store } }: HostDesk, exchange: Exchange, answer: Answer): void {
  if (store.property('glide.outbound_http.db.log') === 'false' || !store.findTable(TABLE)) return
  const level = levelOf(store.property.bind(store), exchange.logLevel)
  const { url, method, scope, headers, body } = exchange
  const cut = (text: string) => text.slice(0, bodyMax(store.property('glide.outbound_http.content.max_limit')))
  store.insert(
    TABLE,
    {
      method,
      scheme: url.protocol.slice(0, -1),
      hostname: url.hostname,
      path: url.pathname,
      response_status: String(answer.status),
      request_length: String(Buffer.byteLength(body)),
      response_length: String(Buffer.byteLength(answer.body)),
      app_scope: scope,
      log_level: level,
      ...(level === 'basic' ? {} : { request_headers: linesOf(headers), response_headers: linesOf(answer.headers) }),
      ...(level === 'all' ? { request_body: cut(body), response_body: cut(answer.body) } : {}),
    },
    ENGINE_CALLER,
  )
  keepNewest(store, TABLE)
}

/** The properties for troubleshooting beat what the script has set. */
function levelOf(property: (name: string) => string | undefined, set: string): string {
  if (property('glide.outbound_http_log.override') !== 'true') return set || 'basic'
  return property('glide.outbound_http_log.override.level') || 'basic'
}

const bodyMax = (set: string | undefined) => Math.min(Number(set || BODY_DEFAULT) || BODY_DEFAULT, BODY_MAX)
