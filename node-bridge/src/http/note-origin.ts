import type { RequestHandler } from 'express'

import { type Origin, withOrigin } from '../audit/origin.ts'
import { withLogBindings } from '../tracing/log-context.ts'
import { callerAddressOf } from './caller-address.ts'
import { connectionIdOf } from './connection-id.ts'
import { requestIdOf } from './request-id.ts'

/** What this request changes is recorded, and logged, with where it came from. The caller is named by what it has to prove. */
export const noteOrigin =
  (caller: Origin['caller']): RequestHandler =>
  (request, response, next) => {
    const requestId = requestIdOf(response)
    const origin = { caller, source: callerAddressOf(request), requestId }
    withLogBindings({ requestId, ...connectionIdOf(request) }, () => withOrigin(origin, next))
  }
