/** Refusals that arise between the page and its host; the node never sends these codes. */
export const HOST_CODES = ['session_ended', 'network_failed', 'answer_unreadable', 'platform_refused'] as const
export type HostCode = (typeof HOST_CODES)[number]

/** A problem document, or what the page makes of a host's failure. `requestId` is null when nobody gave one. */
export interface ShownProblem {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly remedy: string
  readonly responsible: string
  readonly retry: boolean
  readonly requestId: string | null
  readonly facts: Readonly<Record<string, unknown>>
}

/** The only error that a call of the host rejects with. */
export class ConsoleRefusal extends Error {
  readonly problem: ShownProblem

  constructor(problem: ShownProblem) {
    super(problem.title || problem.code)
    this.name = 'ConsoleRefusal'
    this.problem = problem
  }
}

/** Titles and remedies of host codes live with the translations; here only what differs per case. */
export function hostRefusal(code: HostCode | 'missing_role', status: number, detail = ''): ConsoleRefusal {
  const mayPass = code === 'network_failed' || code === 'answer_unreadable' || code === 'session_ended'
  const retry = mayPass || status === 429 || status >= 500
  const responsible = code === 'answer_unreadable' ? 'operator' : 'local-admin'
  return new ConsoleRefusal({
    code,
    status,
    title: '',
    detail,
    remedy: '',
    responsible,
    retry,
    requestId: null,
    facts: {},
  })
}

/** Whatever was thrown, as a problem that can be shown. */
export function problemOf(thrown: unknown): ShownProblem {
  if (thrown instanceof ConsoleRefusal) return thrown.problem
  return hostRefusal('answer_unreadable', 0, thrown instanceof Error ? thrown.message : String(thrown)).problem
}
