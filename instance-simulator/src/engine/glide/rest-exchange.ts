import type { RestRequestImage, RestResponseImage } from '../job.ts'
import { honest } from './host.ts'
import { sn_ws_err, ServiceError } from './rest-message.ts'

/** request.body: parsed, as text, or as a stream, and only one of these, because the platform reads the wire once. */
export class RESTAPIRequestBody {
  readonly _text: string
  _readAs = ''
  _parsed: unknown

  constructor(text: string) {
    this._text = text
  }
  _once(way: string): string {
    if (this._readAs !== '' && this._readAs !== way) {
      throw new Error(`Request body was already read as ${this._readAs}; it cannot be read as ${way} again`)
    }
    this._readAs = way
    return this._text
  }
  get data(): unknown {
    const first = this._readAs === ''
    const text = this._once('data')
    if (first) this._parsed = this._parse(text)
    return this._parsed
  }
  _parse(text: string): unknown {
    if (text === '') return undefined
    try {
      return JSON.parse(text) as unknown
    } catch {
      const { BadRequestError } = sn_ws_err as { BadRequestError: new (message: string) => ServiceError }
      throw new BadRequestError('Invalid JSON in the request body')
    }
  }
  get dataString(): string {
    return this._once('dataString')
  }
  get dataStream(): object {
    return new RequestStream(this._once('dataStream'))
  }
}
honest('RESTAPIRequestBody', RESTAPIRequestBody)

/** What GlideTextReader and attachments take; scripts only hand it on. */
class RequestStream {
  readonly _text: string
  constructor(text: string) {
    this._text = text
  }
}
honest('GlideScriptableInputStream', RequestStream)

export class RESTAPIRequest {
  readonly body: RESTAPIRequestBody
  readonly pathParams: Readonly<Record<string, string>>
  readonly queryParams: Readonly<Record<string, readonly string[]>>
  readonly headers: Readonly<Record<string, string>>
  readonly uri: string
  readonly url: string
  readonly queryString: string
  readonly method: string

  constructor(image: RestRequestImage) {
    this.body = new RESTAPIRequestBody(image.body)
    this.pathParams = image.pathParams
    this.queryParams = image.queryParams
    this.headers = image.headers
    this.uri = image.uri
    this.url = image.url
    this.queryString = image.queryString
    this.method = image.method
  }
  getHeader(name: unknown): string | null {
    return this.headers[String(name).toLowerCase()] ?? null
  }
}
honest('RESTAPIRequest', RESTAPIRequest)

class ResponseStream {
  readonly _response: RESTAPIResponse
  constructor(response: RESTAPIResponse) {
    this._response = response
  }
  writeString(text: unknown): void {
    this._response._raw = (this._response._raw ?? '') + String(text)
  }
}
honest('RESTAPIResponseStream', ResponseStream)

export class RESTAPIResponse {
  _status: number | undefined
  _headers: Record<string, string> = {}
  _contentType: string | undefined
  _body: unknown
  _raw: string | undefined
  _error: unknown

  setStatus(status: unknown): void {
    this._status = Number(status)
  }
  setHeader(name: unknown, value: unknown): void {
    this._headers[String(name)] = String(value)
  }
  setHeaders(headers: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(headers)) this.setHeader(name, value)
  }
  setLocation(location: unknown): void {
    this.setHeader('Location', location)
  }
  setContentType(type: unknown): void {
    this._contentType = String(type)
  }
  setBody(body: unknown): void {
    this._body = body
  }
  setError(error: unknown): void {
    this._error = error
  }
  getStreamWriter(): ResponseStream {
    return new ResponseStream(this)
  }
}
honest('RESTAPIResponse', RESTAPIResponse)

export const errorEnvelope = (message: string, detail: string) =>
  JSON.stringify({ error: { message, detail }, status: 'failure' })

function imageOfError(error: ServiceError, headers: Record<string, string>): RestResponseImage {
  const body = errorEnvelope(error._message, error._detail)
  return { status: error._status, headers, contentType: 'application/json', body, raw: false }
}

/** `returned`: the value of the route script counts as the body when it set none. */
export function imageOfResponse(response: RESTAPIResponse, returned: unknown): RestResponseImage {
  const headers = response._headers
  if (response._error instanceof ServiceError) return imageOfError(response._error, headers)
  const frame = {
    headers,
    ...(response._status === undefined ? {} : { status: response._status }),
    ...(response._contentType === undefined ? {} : { contentType: response._contentType }),
  }
  if (response._raw !== undefined) return { ...frame, body: response._raw, raw: true }
  const body = response._body ?? returned
  return body === undefined
    ? { ...frame, raw: false }
    : { ...frame, body: JSON.stringify({ result: body }), raw: false }
}

/** An error that the route threw: its own ServiceError, or the platform's 500. */
export function imageOfThrown(error: unknown): RestResponseImage {
  if (error instanceof ServiceError) return imageOfError(error, {})
  const detail = 'Check logs for error trace or enable glide.rest.debug property to verify REST request processing'
  return {
    status: 500,
    headers: {},
    contentType: 'application/json',
    body: errorEnvelope(error instanceof Error ? error.message : String(error), detail),
    raw: false,
  }
}
