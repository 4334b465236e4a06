import type { RestRequestImage, RestResponseImage } from '../../job.ts'
import { honest } from '../host.ts'
import { streamOf, type GlideScriptableInputStream } from '../streams.ts'
import { sn_ws_err, ServiceError } from './service-errors.ts'

/** request.body: parsed, as text, or as a stream, and only one of these, because the platform reads the wire once. */
export class RESTAPIRequestBody {
  readonly #text: string
  readonly #isTooLong: boolean
  #readAs = ''
  #parsed: unknown

  constructor({ body, isTooLong }: Pick<RestRequestImage, 'body' | 'isTooLong'>) {
    this.#text = body
    this.#isTooLong = isTooLong
  }
  #once(way: string): string {
    if (this.#readAs !== '' && this.#readAs !== way) {
      throw new Error(`Request body was already read as ${this.#readAs}; it cannot be read as ${way} again`)
    }
    this.#readAs = way
    if (this.#isTooLong && way !== 'dataStream')
      throw new Error('The request body is too long to be read at once; read dataStream')
    return this.#text
  }
  get data(): unknown {
    const first = this.#readAs === ''
    const text = this.#once('data')
    if (first) this.#parsed = this.#parse(text)
    return this.#parsed
  }
  #parse(text: string): unknown {
    if (text === '') return undefined
    try {
      return JSON.parse(text) as unknown
    } catch {
      const { BadRequestError } = sn_ws_err as { BadRequestError: new (message: string) => ServiceError }
      throw new BadRequestError('Invalid JSON in the request body')
    }
  }
  get dataString(): string {
    return this.#once('dataString')
  }
  /** For GlideTextReader, or to be written as an attachment: without a limit, and the bytes as they came. */
  get dataStream(): GlideScriptableInputStream {
    this.#once('dataStream')
    return streamOf({ held: 'body' })
  }
}
honest('RESTAPIRequestBody', RESTAPIRequestBody)

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
    this.body = new RESTAPIRequestBody(image)
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
  readonly #write: (text: string) => void
  constructor(write: (text: string) => void) {
    this.#write = write
  }
  writeString(text: unknown): void {
    this.#write(String(text))
  }
}
honest('RESTAPIResponseStream', ResponseStream)

export class RESTAPIResponse {
  #status: number | undefined
  #headers: Record<string, string> = {}
  #contentType: string | undefined
  #body: unknown
  #raw: string | undefined
  #error: unknown

  setStatus(status: unknown): void {
    this.#status = Number(status)
  }
  setHeader(name: unknown, value: unknown): void {
    this.#headers[String(name)] = String(value)
  }
  setHeaders(headers: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(headers)) this.setHeader(name, value)
  }
  setLocation(location: unknown): void {
    this.setHeader('Location', location)
  }
  setContentType(type: unknown): void {
    this.#contentType = String(type)
  }
  setBody(body: unknown): void {
    this.#body = body
  }
  setError(error: unknown): void {
    this.#error = error
  }
  /** `returned`: the value of the route script counts as the body when it set none. */
  static image(response: RESTAPIResponse, returned: unknown): RestResponseImage {
    const headers = response.#headers
    if (response.#error instanceof ServiceError) return imageOfError(response.#error, headers)
    const frame = {
      headers,
      ...(response.#status === undefined ? {} : { status: response.#status }),
      ...(response.#contentType === undefined ? {} : { contentType: response.#contentType }),
    }
    if (response.#raw !== undefined) return { ...frame, body: response.#raw, raw: true }
    const body = response.#body ?? returned
    if (body === undefined) return { ...frame, raw: false }
    return { ...frame, body: JSON.stringify({ result: body }), raw: false }
  }

  getStreamWriter(): ResponseStream {
    return new ResponseStream((text) => {
      this.#raw = (this.#raw ?? '') + text
    })
  }
}
honest('RESTAPIResponse', RESTAPIResponse)

export const errorEnvelope = (message: string, detail: string) =>
  JSON.stringify({ error: { message, detail }, status: 'failure' })

function imageOfError(error: ServiceError, headers: Record<string, string>): RestResponseImage {
  const { status, message, detail } = ServiceError.read(error)
  const body = errorEnvelope(message, detail)
  return { status, headers, contentType: 'application/json', body, raw: false }
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
