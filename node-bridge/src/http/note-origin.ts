import { OPERATIONS, type OperationId } from '@accord/shared/protocol'
import type { RequestHandler } from 'express'

import { withOrigin } from '../audit/origin.ts'
import { withLogFacts } from '../operation/log-context.ts'
import { connectionIdOf } from './connection-id.ts'
import { requestIdOf } from './request-id.ts'

/** What this request changes is recorded, and logged, with where it came from. The audience is what its caller has to prove. */
export const noteOrigin =
  (name: OperationId): RequestHandler =>
  (request, response, next) => {
    const requestId = requestIdOf(response)
    const origin = { caller: OPERATIONS[name].audience, source: request.ip ?? 'unknown', requestId }
    withLogFacts({ requestId, ...connectionIdOf(request) }, () => withOrigin(origin, next))
  }
