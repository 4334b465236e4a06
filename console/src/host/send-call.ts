import { queryText } from './query-text.ts'
import { hostRefusal } from './refusal.ts'

/** Longer than the node's own time-outs, so that its named refusal arrives before we give up. */
const CALL_TIMEOUT_MS = 60_000

interface Call {
  readonly method: string
  /** Without its query. */
  readonly url: string
  readonly query?: Readonly<Record<string, string | undefined>> | undefined
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
  /** What proves the user's session to this host. */
  readonly headers: Readonly<Record<string, string>>
  readonly redirect?: RequestRedirect
}

/** A same-origin call in the user's session. Throws `network_failed` when there is no answer at all. */
export async function sendCall(page: Pick<Window, 'fetch'>, call: Call): Promise<Response> {
  const { method, url, query, body, signal, headers, redirect = 'follow' } = call
  const timeout = AbortSignal.timeout(CALL_TIMEOUT_MS)
  try {
    return await page.fetch(url + queryText(query), {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
      body: method === 'POST' ? JSON.stringify(body ?? {}) : null,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
  } catch {
    throw hostRefusal('network_failed', 0)
  }
}
