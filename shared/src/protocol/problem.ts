import { ERROR_CODES, type ErrorCode } from './errors.js'

interface ProblemMembers<Facts extends object> {
  readonly code: ErrorCode
  readonly detail: string
  /** In the place of the catalogue's. */
  readonly remedy?: string | undefined
  readonly facts?: Facts | undefined
}

/** The problem document (RFC 9457) of a refusal, as node and instance answer it. */
export const createProblem = <Facts extends object>(
  { code, detail, remedy: advice, facts }: ProblemMembers<Facts>,
  requestId: string,
) => {
  const { status, title, remedy, responsible, retry } = ERROR_CODES[code]
  return {
    type: `urn:accord:problem:${code}`,
    title,
    status,
    detail,
    code,
    remedy: advice ?? remedy,
    responsible,
    retry,
    requestId,
    ...(facts === undefined ? {} : { facts: { ...facts } }),
  }
}
