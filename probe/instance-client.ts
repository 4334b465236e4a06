import { ProbeError, type Credentials } from './options.ts'

export type Row = Readonly<Record<string, string>>

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The parsed body; undefined where it is no JSON. */
  readonly json: unknown
}

export interface CallOptions {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Without credentials, or with those of somebody else. */
  readonly as?: 'nobody' | { readonly user: string; readonly password: string }
  /** Also after the run was broken off: for tidying up. */
  readonly always?: boolean
}

/** Speaks HTTP to the instance, as the administrator unless asked otherwise. */
export interface InstanceClient {
  readonly url: string
  call(method: string, path: string, options?: CallOptions): Promise<Answer>
  /** Rows as the Table API gives them, references as sys_ids. Throws where it answers none. */
  rows(table: string, query: string, options?: CallOptions): Promise<readonly Row[]>
}

const TIMEOUT_MS = 60_000
const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`

export async function createInstanceClient(
  url: string,
  credentials: Credentials,
  brokenOff: AbortSignal,
): Promise<InstanceClient> {
  const own =
    credentials.kind === 'password'
      ? basic(credentials.user, credentials.password)
      : `Bearer ${await fetchToken(url, credentials)}`
  const authorization = ({ as }: CallOptions) => {
    if (as === undefined) return { authorization: own }
    return as === 'nobody' ? {} : { authorization: basic(as.user, as.password) }
  }
  const call: InstanceClient['call'] = async (method, path, options = {}) => {
    // A call that has begun is never broken off: nobody would know what it still makes.
    if (!options.always) brokenOff.throwIfAborted()
    const isText = typeof options.body === 'string'
    return send(url + path, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        accept: 'application/json',
        ...(options.body === undefined ? {} : { 'content-type': isText ? 'text/plain' : 'application/json' }),
        ...authorization(options),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: isText ? String(options.body) : JSON.stringify(options.body) }),
    })
  }
  return {
    url,
    call,
    rows: async (table, query, options) => {
      const path = `/api/now/table/${table}?sysparm_exclude_reference_link=true&sysparm_query=${encodeURIComponent(query)}`
      const answer = await call('GET', path, options)
      const result = (answer.json as { result?: readonly Row[] } | undefined)?.result
      if (answer.status !== 200 || !Array.isArray(result)) throw new Error(`${table} answered ${summary(answer)}`)
      return result
    },
  }
}

/** Status and the beginning of what was said. */
export const summary = ({ status, text }: Answer): string => `${status} ${text.slice(0, 300)}`.trim()

async function send(url: string, request: RequestInit): Promise<Answer> {
  const response = await fetch(url, request)
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: parsed(text) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

async function fetchToken(url: string, { clientId, clientSecret }: Credentials & { kind: 'oauth' }): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  })
  const answer = await send(`${url}/oauth_token.do`, { method: 'POST', body })
  const token = (answer.json as { access_token?: unknown } | undefined)?.access_token
  if (typeof token === 'string') return token
  throw new ProbeError(
    `The instance gives no token for this client (${summary(answer)}). Look at System OAuth → Application Registry: client id,\n` +
      'secret, the grant "client credentials" and the user whom it stands for.',
  )
}
