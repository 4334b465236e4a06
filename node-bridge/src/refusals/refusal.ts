import { ERROR_CODES, type ErrorCode } from '@accord/shared/protocol'

/**
 * The one error that services throw on purpose. `detail` is for a person and holds no secret; `facts` travels in the
 * problem document (field errors, version ranges, server time). Anything else that is thrown is a defect and answers `internal`.
 */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly facts: Readonly<Record<string, unknown>> | undefined
  /** Seconds for `Retry-After`, where the catalogue says that retrying helps. */
  readonly retryAfterS: number | undefined
  /** What to do, where the catalogue's advice is for another caller. */
  readonly remedy: string | undefined

  constructor(
    code: ErrorCode,
    detail?: string,
    more: { facts?: Readonly<Record<string, unknown>>; cause?: unknown; retryAfterS?: number; remedy?: string } = {},
  ) {
    super(detail ?? more.remedy ?? ERROR_CODES[code].remedy, { cause: more.cause })
    this.name = 'Refusal'
    this.code = code
    this.facts = more.facts
    this.retryAfterS = more.retryAfterS
    this.remedy = more.remedy
  }
}

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal
