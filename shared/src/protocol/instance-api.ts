import { DEFAULT_SCOPE, isScope } from './application-scope.js'

/** Paths of the instance's own Scripted REST interface, below its base path. The node calls the first two, people's pages the last. */
export const INSTANCE_API = { discovery: '/discovery', events: '/events', record: '/record/{table}/{id}' } as const

/** Where the application of this scope answers, below the URL of its instance. */
export const apiBaseOf = (scope: string): string => `/api/${scope}/v1`

/** Asked where nobody said otherwise. */
export const DEFAULT_API_BASE = apiBaseOf(DEFAULT_SCOPE)

export const API_BASE_FORM = /^\/api\/([a-z0-9_]{1,18})\/v1$/

/** Whether an instance may name this as the base path of its application. */
export const isApiBase = (text: string): boolean => {
  const scope = API_BASE_FORM.exec(text)?.[1]
  return scope !== undefined && isScope(scope)
}

/**
 * With every call of the instance to its node: which instance it is, beside the token that says that it may. A copy of an
 * instance holds the token, too (PROTOCOL.md §8.2).
 */
export const INSTANCE_HEADERS = {
  url: 'x-accord-instance-url',
  id: 'x-accord-instance-id',
  /** Percent-encoded, since a header holds no other letters. */
  name: 'x-accord-instance-name',
} as const

/** Headers of a signed callback from the node to its instance (PROTOCOL.md §8). */
export const CALLBACK_HEADERS = { timestamp: 'x-accord-timestamp', signature: 'x-accord-signature' } as const

/** What the callback signature covers; the same lines are built on both sides. `timestamp`: milliseconds since 1970. */
export const callbackSigningInput = (timestamp: string, body: string): string =>
  'accord-callback-v1\n' + timestamp + '\n' + body
