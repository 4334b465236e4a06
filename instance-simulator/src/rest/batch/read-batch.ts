import { RestError } from '../rest-error.ts'

export interface BatchItem {
  readonly id: string
  readonly method: string
  /** Path on this instance, with its query. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | undefined
  readonly excludeHeaders: boolean
}

const wrong = (detail: string): never => {
  throw new RestError('invalidParameter', { detail })
}

function headersOf(value: unknown): Record<string, string> {
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  const pairs = list.map((entry) => {
    const { name, value: text } = (entry ?? {}) as Record<string, unknown>
    return typeof name === 'string' && typeof text === 'string'
      ? ([name.toLowerCase(), text] as const)
      : wrong('rest_requests.headers: objects with name and value are expected')
  })
  return Object.fromEntries(pairs)
}

function readItem(value: unknown): BatchItem {
  const item = (value ?? {}) as Record<string, unknown>
  const { id, method, url, body } = item
  if (typeof id !== 'string' || typeof method !== 'string' || typeof url !== 'string')
    return wrong('rest_requests: id, method and url are required')
  if (!url.startsWith('/') || url.startsWith('//'))
    return wrong(`rest_requests.url: a path on this instance is expected, not ${url}`)
  return {
    id,
    method: method.toUpperCase(),
    url,
    headers: headersOf(item['headers']),
    body: typeof body === 'string' && body !== '' ? Buffer.from(body, 'base64') : undefined,
    excludeHeaders: item['exclude_response_headers'] === true,
  }
}

/** The batch in a body. Throws RestError for what is none. */
export function readBatch(body: unknown): { readonly id: string; readonly items: readonly BatchItem[] } {
  const { batch_request_id: id, rest_requests: requests } = (body ?? {}) as Record<string, unknown>
  if (!Array.isArray(requests)) return wrong('rest_requests: a list of requests is expected')
  return { id: typeof id === 'string' ? id : '', items: requests.map(readItem) }
}
