import { isBefore, NEWEST_RELEASE, type Release } from '../releases.ts'

/** What tests say about sessions. */
export interface SessionRuleChanges {
  /** One transaction at a time per session, a bounded queue, sessions that end when they are idle. */
  readonly strict?: boolean
  /** How many REST and AJAX transactions of a session may run at once: 1, or 2 since Yokohama. */
  readonly restAtOnce?: 1 | 2
}

/** How one instance treats sessions. A test that is not about them may ask in parallel with one cookie: then it is not strict. */
export class SessionRules {
  #strict: boolean
  #restAtOnce: 1 | 2

  constructor(strict: boolean, release: Release = NEWEST_RELEASE) {
    this.#strict = strict
    this.#restAtOnce = isBefore(release, 'yokohama') ? 1 : 2
  }

  get strict(): boolean {
    return this.#strict
  }
  get restAtOnce(): 1 | 2 {
    return this.#restAtOnce
  }

  set(changes: SessionRuleChanges): void {
    this.#strict = changes.strict ?? this.#strict
    this.#restAtOnce = changes.restAtOnce ?? this.#restAtOnce
  }
}

/** Changes as JSON brought them, or what is wrong with them. */
export function readSessionRuleChanges(body: unknown): SessionRuleChanges | string {
  if (typeof body !== 'object' || body === null) return 'An object is expected'
  const { strict, restAtOnce } = body as Record<string, unknown>
  if (strict !== undefined && typeof strict !== 'boolean') return 'strict must be true or false'
  if (restAtOnce !== undefined && restAtOnce !== 1 && restAtOnce !== 2) return 'restAtOnce must be 1 or 2'
  return body
}
