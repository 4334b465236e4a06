import { randomUUID } from 'node:crypto'

import type { RequestHandler, Response } from 'express'

const HEADER = 'X-Request-Id'
/** Short and plain, so that a caller's id can stand in a log and in a header without harm. */
const ACCEPTED = /^[A-Za-z0-9._-]{8,64}$/u

/** Takes the caller's id or makes one; it stands in the answer, in every problem and in the log. */
export const assignRequestId: RequestHandler = (request, response, next) => {
  const given = request.get(HEADER)
  const requestId = given !== undefined && ACCEPTED.test(given) ? given : randomUUID()
  response.locals['requestId'] = requestId
  response.setHeader(HEADER, requestId)
  next()
}

export const requestIdOf = (response: Response): string => String(response.locals['requestId'] ?? '')
