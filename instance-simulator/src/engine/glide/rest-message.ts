import { call, honest, missing, notSimulated } from './host.ts'
import { decoded, escapeXml } from './text-classes.ts'
import { currentScope } from './transaction.ts'

interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The request never got an answer: refused, unknown host, timed out. */
  readonly failure?: string
}

/** The platform's names for what went wrong on the wire have error code 1. */
export class RESTResponseV2 {
  #answer: HttpAnswer

  constructor(answer: HttpAnswer) {
    this.#answer = answer
  }
  getStatusCode(): number {
    return this.#answer.status
  }
  getBody(): string {
    return this.#answer.body
  }
  haveError(): boolean {
    return this.#answer.failure !== undefined || this.#answer.status >= 400
  }
  getErrorCode(): number {
    return this.#answer.failure === undefined ? 0 : 1
  }
  getErrorMessage(): string | null {
    if (this.#answer.failure !== undefined) return this.#answer.failure
    return this.#answer.status >= 400 ? `Method failed with code: ${this.#answer.status}` : null
  }
  getHeader(name: unknown): string | null {
    return this.#answer.headers[String(name).toLowerCase()] ?? null
  }
  getHeaders(): Record<string, string> {
    return { ...this.#answer.headers }
  }
  getAllHeaders(): { name: string; value: string }[] {
    return Object.entries(this.#answer.headers).map(([name, value]) => ({ name, value }))
  }
}
honest('RESTResponseV2', RESTResponseV2)

/** An outbound request over a real socket; the script waits for the answer. */
export class RESTMessageV2 {
  #method = 'GET'
  #endpoint = ''
  #headers = new Map<string, string>()
  #query = new Map<string, string>()
  #body: string | undefined
  #timeoutMs: number | undefined
  #substitutes = true
  readonly #variables = new Map<string, string>()
  #logLevel: string | undefined
  #redirects: readonly string[] | undefined

  constructor(...names: unknown[]) {
    if (names.length > 0) notSimulated('RESTMessageV2 from a REST message record')
  }
  setHttpMethod(method: unknown): void {
    this.#method = String(method).toUpperCase()
  }
  setEndpoint(endpoint: unknown): void {
    this.#endpoint = String(endpoint)
  }
  getEndpoint(): string {
    return this.#endpoint
  }
  setHttpTimeout(ms: unknown): void {
    this.#timeoutMs = Number(ms)
  }
  /** Named by the SDK's types and by no document: `simulator.documented_methods_only` takes it away. */
  get setFollowRedirect(): ((follow: unknown) => void) | undefined {
    if (call('property.get', { name: 'simulator.documented_methods_only' }) === 'true') return undefined
    return (follow) => void (this.#redirects = String(follow) === 'false' ? [] : undefined)
  }
  setAllowedRedirectURIs(uris: readonly unknown[]): void {
    this.#redirects = uris.map(String)
  }
  setRequestHeader(name: unknown, value: unknown): void {
    this.#headers.set(String(name), String(value))
  }
  getRequestHeaders(): Record<string, string> {
    return Object.fromEntries(this.#headers)
  }
  setQueryParameter(name: unknown, value: unknown): void {
    this.#query.set(String(name), String(value))
  }
  setRequestBody(body: unknown): void {
    this.#body = String(body)
  }
  getRequestBody(): string {
    return this.#body ?? ''
  }
  setStringParameter(name: unknown, value: unknown): void {
    this.#variables.set(String(name), escapeXml(String(value)))
  }
  setStringParameterNoEscape(name: unknown, value: unknown): void {
    this.#variables.set(String(name), String(value))
  }
  disableForcedVariableSubstitution(): void {
    this.#substitutes = false
  }
  setBasicAuth(user: unknown, password: unknown): void {
    const text = `${String(user)}:${decoded(password)}`
    this.#headers.set('Authorization', `Basic ${call<string>('text.base64Encode', { text })}`)
  }
  setLogLevel(level: unknown): void {
    this.#logLevel = String(level)
  }
  setEccParameter(name: unknown): void {
    if (String(name) !== 'skip_sensor') notSimulated(`RESTMessageV2.setEccParameter(${String(name)})`)
  }
  execute(): RESTResponseV2 {
    const headers = [...this.#headers].map(([name, value]) => [name, this.#filled(value)])
    const body = this.#body === undefined ? undefined : this.#filled(this.#body)
    const answer = call<HttpAnswer>('http.send', {
      method: this.#method, url: this.#url(), headers: Object.fromEntries(headers), body, timeoutMs: this.#timeoutMs,
      logLevel: this.#logLevel, redirects: this.#redirects, scope: currentScope(),
    }) // prettier-ignore
    return new RESTResponseV2(answer)
  }

  #url(): string {
    const query = [...this.#query]
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(this.#filled(value))}`)
      .join('&')
    const endpoint = this.#filled(this.#endpoint)
    return query === '' ? endpoint : `${endpoint}${endpoint.includes('?') ? '&' : '?'}${query}`
  }

  /** `${name}` becomes what the script has set for it, or nothing: also in a text that never meant a variable. */
  #filled(text: string): string {
    if (!this.#substitutes) return text
    return text.replace(/\$\{([^{}]*)\}/g, (_whole, name: string) => this.#variables.get(name.trim()) ?? '')
  }
}
honest('RESTMessageV2', RESTMessageV2)

/** What a Scripted REST route hands to response.setError. */
export class ServiceError {
  #status = 500
  #message = ''
  #detail = ''

  /** What the answer is made of; scripts only set it. */
  static read(error: ServiceError): { status: number; message: string; detail: string } {
    return { status: error.#status, message: error.#message, detail: error.#detail }
  }

  setStatus(status: unknown): this {
    this.#status = Number(status)
    return this
  }
  setMessage(message: unknown): this {
    this.#message = String(message)
    return this
  }
  setDetail(detail: unknown): this {
    this.#detail = String(detail)
    return this
  }
}
honest('ServiceError', ServiceError)

const ready = (name: string, status: number) =>
  class extends ServiceError {
    constructor(message: unknown = name, detail: unknown = '') {
      super()
      this.setStatus(status).setMessage(message).setDetail(detail)
    }
  }

export const sn_ws: object = Object.assign(Object.create(missing('sn_ws')) as object, { RESTMessageV2, RESTResponseV2 })

export const sn_ws_err: object = Object.assign(Object.create(missing('sn_ws_err')) as object, {
  ServiceError,
  BadRequestError: ready('Bad Request', 400),
  NotFoundError: ready('Not Found', 404),
  NotAcceptableError: ready('Not Acceptable', 406),
  ConflictError: ready('Conflict', 409),
  UnsupportedMediaTypeError: ready('Unsupported Media Type', 415),
})
