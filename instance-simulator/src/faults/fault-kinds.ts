/** What can be made to go wrong, and how the platform looks when it does. */
export const HTTP_FAULTS = {
  unauthorized: { status: 401, message: 'User Not Authenticated', detail: 'Required to provide Auth information' },
  forbidden: { status: 403, message: 'User Not Authorized', detail: 'Failed API level ACL Validation' },
  rateLimited: { status: 429, message: 'Rate limit exceeded', detail: 'A REST rate limit rule refuses this request' },
  unavailable: { status: 503, message: 'Service Unavailable', detail: 'The instance is busy' },
  /** A REST API access policy; it restricts the routes that require authentication, and a route that was made to. */
  apiPolicyDenied: {
    status: 401,
    message: 'User Not Authenticated',
    detail: 'Required to provide Auth information',
  },
} as const

/**
 * What keeps a caller out before the instance begins a transaction for it, so that no session is begun either: a deny rule of IP
 * address access control, the Global Blocking Policy of adaptive authentication, a proxy before the instance.
 */
export const BLOCKS = ['addressDenied', 'policyDenied', 'proxyDenied'] as const

export type BlockKind = (typeof BLOCKS)[number]
export type HttpFaultKind = keyof typeof HTTP_FAULTS | BlockKind | 'latency' | 'hibernation' | 'connectionReset'
export type RecordFaultKind = 'abortingRule' | 'aclDeny'
export type FaultKind = HttpFaultKind | RecordFaultKind

/** As posted to `/_simulator/faults`. */
export interface FaultRequest {
  readonly kind: FaultKind
  /** HTTP faults: only paths that begin so. Default: all. */
  readonly path?: string
  /** HTTP faults: only this method. */
  readonly method?: string
  /** HTTP faults: how often it strikes before it goes away by itself. Default: until it is removed. */
  readonly count?: number
  /** latency: milliseconds. */
  readonly delayMs?: number
  /** rateLimited, unavailable: the Retry-After header, in seconds. */
  readonly retryAfterSeconds?: number
  /** abortingRule, aclDeny: the table. */
  readonly table?: string
  /** aclDeny: read, write, create or delete. Default: write. */
  readonly operation?: string
  /** aclDeny: one field only. */
  readonly field?: string
  /** abortingRule: what the rule tells the user. */
  readonly message?: string
}

const httpKinds: readonly string[] = [
  ...Object.keys(HTTP_FAULTS),
  ...BLOCKS,
  'latency',
  'hibernation',
  'connectionReset',
]
const recordKinds: readonly string[] = ['abortingRule', 'aclDeny']

export const isBlock = (kind: string): kind is BlockKind => (BLOCKS as readonly string[]).includes(kind)

export const isHttpFault = (kind: string): kind is HttpFaultKind => httpKinds.includes(kind)

/** The request, or the sentence that says what is wrong with it. */
export function readFaultRequest(body: unknown): FaultRequest | string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'A JSON object is expected'
  const request = body as FaultRequest
  const known = [...httpKinds, ...recordKinds]
  if (!known.includes(request.kind)) return `kind must be one of ${known.join(', ')}`
  if (isHttpFault(request.kind))
    return request.kind === 'latency' && !(Number(request.delayMs) > 0) ? 'latency needs delayMs' : request
  if (!request.table) return `${request.kind} needs a table`
  return request.count === undefined
    ? request
    : `${request.kind} lasts until it is removed: it is a record, and takes no count`
}
