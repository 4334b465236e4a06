import { createInstance } from '../../src/instance.ts'

export interface ContractTarget {
  /** Speaks as the administrator unless asked otherwise. `path` begins with a slash. */
  call(method: string, path: string, options?: CallOptions): Promise<ContractAnswer>
  readonly baseUrl: string
  readonly user: string
  readonly password: string
  close(): Promise<void>
}

export interface CallOptions {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Without credentials of its own. */
  readonly anonymous?: boolean
}

export interface ContractAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The parsed body; throws when it is no JSON. */
  json<T>(): T
}

/**
 * The instance that the contract is held against: a fresh simulator, or the real one that ACCORD_INSTANCE_URL,
 * ACCORD_INSTANCE_USER and ACCORD_INSTANCE_PASSWORD name. The tests speak HTTP to it and nothing else.
 */
export async function contractTarget(): Promise<ContractTarget> {
  const url = process.env['ACCORD_INSTANCE_URL']
  if (url !== undefined) {
    const user = process.env['ACCORD_INSTANCE_USER'] ?? ''
    const password = process.env['ACCORD_INSTANCE_PASSWORD'] ?? ''
    return target(url, user, password, async () => undefined)
  }
  const instance = await createInstance({ name: 'contract', port: 0, languages: ['de'] })
  return target(instance.baseUrl, 'admin', 'admin', () => instance.close())
}

function target(baseUrl: string, user: string, password: string, close: () => Promise<void>): ContractTarget {
  const basic = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  return {
    baseUrl,
    user,
    password,
    close,
    call: async (method, path, { body, headers = {}, anonymous = false } = {}) => {
      const isRaw = typeof body === 'string' || body instanceof Uint8Array
      const response = await fetch(baseUrl + path, {
        method,
        redirect: 'manual',
        headers: {
          accept: 'application/json',
          ...(anonymous ? {} : { authorization: basic }),
          ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isRaw ? (body as string) : JSON.stringify(body) }),
      })
      const text = await response.text()
      return { status: response.status, headers: response.headers, text, json: <T>() => JSON.parse(text) as T }
    },
  }
}
