import type { HttpAnswer, HttpRequest } from '../../job.ts'
import { call, honest, missing, notSimulated } from '../host.ts'
import { RESTResponseV2, type ResponseFile } from './rest-response.ts'
import { decoded, escapeXml } from '../scripts/text-classes.ts'
import { currentScope } from '../transaction.ts'

/** An outbound request over a real socket; the script waits for the answer. */
export class RESTMessageV2 {
  #method = 'GET'
  #endpoint = ''
  #headers = new Map<string, string>()
  #query = new Map<string, string>()
  #body: string | undefined
  #timeoutMs: number | undefined
  #attachment: string | undefined
  #file: ResponseFile | undefined
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
  setRequestBodyFromAttachment(sysId: unknown): void {
    this.#attachment = String(sysId)
  }
  saveResponseBodyAsAttachment(table: unknown, sysId: unknown, fileName: unknown, encryptContext?: unknown): void {
    if (encryptContext !== undefined) notSimulated('RESTMessageV2.saveResponseBodyAsAttachment that encrypts')
    this.#file = { table: String(table), sysId: String(sysId), fileName: String(fileName) }
  }
  execute(): RESTResponseV2 {
    const answer = call<HttpAnswer>('http.send', this.#request())
    return new RESTResponseV2(() => answer, this.#file)
  }
  /** The request is on its way; whoever asks the response for something waits for it. */
  executeAsync(): RESTResponseV2 {
    const id = call<string>('http.start', this.#request())
    return new RESTResponseV2((waitMs) => call<HttpAnswer>('http.wait', { id, waitMs }), this.#file)
  }

  #request(): HttpRequest {
    const headers = [...this.#headers].map(([name, value]) => [name, this.#filled(value)])
    return {
      method: this.#method,
      url: this.#url(),
      headers: Object.fromEntries(headers) as Record<string, string>,
      keepBytes: this.#file !== undefined,
      scope: currentScope(),
      ...(this.#logLevel === undefined ? {} : { logLevel: this.#logLevel }),
      ...(this.#redirects === undefined ? {} : { redirects: this.#redirects }),
      ...(this.#body === undefined ? {} : { body: this.#filled(this.#body) }),
      ...(this.#attachment === undefined ? {} : { stream: { attachment: this.#attachment } }),
      ...(this.#timeoutMs === undefined ? {} : { timeoutMs: this.#timeoutMs }),
    }
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

export const sn_ws: object = Object.assign(Object.create(missing('sn_ws')) as object, { RESTMessageV2, RESTResponseV2 })
