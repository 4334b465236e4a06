import { OPERATIONS, type OperationId } from '@accord/shared/protocol'
import type { RequestHandler } from 'express'

import { withOrigin } from '../audit/origin.ts'
import { requestIdOf } from './request-id.ts'

/** What this request changes is recorded with where it came from. The audience is what its caller has to prove. */
export const noteOrigin =
  (name: OperationId): RequestHandler =>
  (request, response, next) =>
    withOrigin(
      { caller: OPERATIONS[name].audience, source: request.ip ?? 'unknown', requestId: requestIdOf(response) },
      next,
    )
