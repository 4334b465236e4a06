import { ERROR_CODES } from '@accord/shared/protocol'
import type { Problem } from '@accord/shared/schemas'
import type { Refusal } from './refusal.ts'

/** The problem document (RFC 9457) of a refusal. */
export function problemOf(refusal: Refusal, requestId: string): Problem {
  const { status, title, remedy, responsible, retry } = ERROR_CODES[refusal.code]
  return {
    type: `urn:accord:problem:${refusal.code}`,
    title,
    status,
    detail: refusal.detail,
    code: refusal.code,
    remedy,
    responsible,
    retry,
    requestId,
    ...(refusal.facts ? { facts: refusal.facts } : {}),
  }
}
