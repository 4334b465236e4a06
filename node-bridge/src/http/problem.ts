import { createProblem, type ErrorCode } from '@accord/shared/protocol'
import type { Problem } from '@accord/shared/schemas'
import type { ErrorRequestHandler, Response } from 'express'

import { isRefusal, Refusal } from '../refusals/refusal.ts'
import { requestIdOf } from './request-id.ts'
import { sendAnswer } from './send-answer.ts'

/** What the HTTP layer says to the log. A pino logger fits. */
export interface HttpLog {
  info(details: object, message: string): void
  error(details: object, message: string): void
}

/** What body parsing and routing throw of their own, by `type` or by status. */
const FOREIGN: Readonly<Record<string, ErrorCode>> = {
  'entity.too.large': 'payload_too_large',
  'encoding.unsupported': 'unsupported_media_type',
}
const DEFAULT_RETRY_S = 5

/** Error handler of every route: each failure is answered as a problem document (RFC 9457) from the catalogue. */
export const answerProblem =
  (log: HttpLog, outageOf: (error: unknown) => string | undefined = () => undefined): ErrorRequestHandler =>
  async (error: unknown, _request, response, _next) => {
    const outage = isRefusal(error) ? undefined : outageOf(error)
    const refusal = isRefusal(error) ? error : outage ? new Refusal('retry_later') : refusalOfForeign(error)
    if (outage) log.error({ err: error, requestId: requestIdOf(response) }, `The database cannot be used: ${outage}`)
    if (refusal.code === 'internal')
      log.error({ err: error, requestId: requestIdOf(response) }, 'A defect ended a request')
    if (response.headersSent) return void response.destroy()
    try {
      await sendProblem(response, refusal)
    } catch (cause) {
      log.error({ err: cause, requestId: requestIdOf(response) }, 'A refusal could not be sent')
      response.destroy()
    }
  }

function refusalOfForeign(error: unknown): Refusal {
  const { type, status } = (error ?? {}) as { type?: unknown; status?: unknown }
  const code = typeof type === 'string' ? FOREIGN[type] : undefined
  if (code) return new Refusal(code)
  return new Refusal(typeof status === 'number' && status >= 400 && status < 500 ? 'malformed' : 'internal')
}

async function sendProblem(response: Response, refusal: Refusal): Promise<void> {
  const problem = problemOf(refusal, requestIdOf(response))
  const { status } = problem
  const retryAfterS = refusal.retryAfterS ?? (status === 429 || status === 503 ? DEFAULT_RETRY_S : undefined)
  if (retryAfterS !== undefined) response.setHeader('Retry-After', String(Math.ceil(retryAfterS)))
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="accord", Accord realm="accord"')
  response.locals['errorCode'] = refusal.code
  await sendAnswer(response, status, problem, 'application/problem+json')
}

/** Code of the refusal that was answered, for counting and for the log. */
export const errorCodeOf = (response: Response): unknown => response.locals['errorCode']

export const problemOf = ({ code, message: detail, facts, remedy }: Refusal, requestId: string): Problem =>
  createProblem({ code, detail, facts, remedy }, requestId)
