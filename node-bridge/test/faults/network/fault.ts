/** What the proxy does with one request. `pass` is the absence of a fault. */
export type Fault =
  | { readonly kind: 'pass' }
  /** The connection is closed before anything reaches the upstream. */
  | { readonly kind: 'drop-before' }
  /** The upstream does its work and answers, and the caller never learns of it. */
  | { readonly kind: 'drop-answer' }
  /** As drop-before, but with a TCP reset. */
  | { readonly kind: 'reset' }
  /** The upstream gets the same bytes twice, one after the other. */
  | { readonly kind: 'duplicate'; readonly answerWith: 'first' | 'second' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** The length in the header is right, the body ends after its first half. */
  | { readonly kind: 'truncate' }
  /**
   * Held back until another request has been answered, at most `maxHoldMs`. With `hangUp` the caller is cut off at once, so that
   * its own repetition overtakes the held request.
   */
  | { readonly kind: 'reorder'; readonly maxHoldMs: number; readonly hangUp: boolean }
  /** 503 with Retry-After; nothing reaches the upstream. */
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number }
  /** Something in between answers with this; `forward` says whether the upstream did its work nevertheless. */
  | { readonly kind: 'garbage'; readonly status: number; readonly body: string; readonly forward: boolean }
  /** Of a part of a file a byte now and then, until the caller has had enough; every other answer passes. */
  | { readonly kind: 'trickle'; readonly everyMs: number }

export type FaultKind = Fault['kind']

export const PASS: Fault = { kind: 'pass' }

/** What a page in front of a sleeping or overloaded service looks like. */
export const SLEEPING_PAGE = '<!doctype html><title>Please wait</title><p>The service is starting.'

/** One of each that is over at once, with the smallest numbers that still hurt. */
export const EACH_FAULT: Readonly<Record<Exclude<FaultKind, 'pass' | 'trickle'>, Fault>> = {
  'drop-before': { kind: 'drop-before' },
  'drop-answer': { kind: 'drop-answer' },
  reset: { kind: 'reset' },
  duplicate: { kind: 'duplicate', answerWith: 'second' },
  delay: { kind: 'delay', ms: 400 },
  truncate: { kind: 'truncate' },
  reorder: { kind: 'reorder', maxHoldMs: 2500, hangUp: true },
  unavailable: { kind: 'unavailable', retryAfterSeconds: 1 },
  garbage: { kind: 'garbage', status: 200, body: SLEEPING_PAGE, forward: true },
}
