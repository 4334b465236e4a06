import { apiBaseOf, DEFAULT_SCOPE } from '@accord/shared/protocol'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The `result` of the platform's envelope; undefined when there is none. */
  readonly result: Readonly<Record<string, unknown>> | undefined
}

export interface Credentials {
  readonly user: string
  readonly password: string
}

/** One person (or, without a name, nobody) who calls an instance over HTTP. */
export interface HttpClient {
  /** `path` below the application's own interface. */
  call(method: string, path: string, body?: unknown): Promise<Answer>
  send(method: string, url: string, options?: { headers?: Record<string, string>; body?: string }): Promise<Answer>
  /** Rows of a table as this person may read them. */
  rows(table: string, query?: string): Promise<readonly Readonly<Record<string, string>>[]>
}

export function createHttpClient(instanceUrl: string, credentials?: Credentials, scope = DEFAULT_SCOPE): HttpClient {
  const authorization = credentials
    ? { authorization: `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}` }
    : undefined
  const send: HttpClient['send'] = async (method, url, { headers = {}, body } = {}) => {
    const response = await fetch(new URL(url, instanceUrl), {
      method,
      redirect: 'manual',
      headers: { accept: 'application/json', 'content-type': 'application/json', ...authorization, ...headers },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(30_000),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, result: resultOf(text) }
  }
  return {
    send,
    call: (method, path, body) =>
      send(method, apiBaseOf(scope) + path, body === undefined ? {} : { body: JSON.stringify(body) }),
    rows: async (table, query = '') => {
      const { status, text } = await send('GET', `/api/now/table/${table}?sysparm_query=${encodeURIComponent(query)}`)
      if (status !== 200) throw new Error(`${table} answered ${status}: ${text}`)
      return (JSON.parse(text) as { result: Record<string, string>[] }).result
    },
  }
}

function resultOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return (JSON.parse(text) as { result?: Record<string, unknown> }).result
  } catch {
    return undefined
  }
}
