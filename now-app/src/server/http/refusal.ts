import { ERROR_CODES } from '@accord/shared/protocol'
import type { ErrorCode } from '@accord/shared/protocol'

/**
 * Thrown to refuse a call with an entry of the catalogue. No Error: the platform's engine cannot subclass built-ins.
 * `facts` are what the reader needs to go on; neither they nor `detail` may hold a secret.
 */
export class Refusal {
  readonly code: ErrorCode
  readonly detail: string
  readonly facts: Readonly<Record<string, unknown>> | undefined

  constructor(code: ErrorCode, detail = '', facts?: Readonly<Record<string, unknown>>) {
    this.code = code
    this.detail = detail
    this.facts = facts
  }

  /** What a person reads in a message line. */
  sentence(): string {
    const { title, remedy } = ERROR_CODES[this.code]
    return `${title}. ${remedy}`
  }
}
