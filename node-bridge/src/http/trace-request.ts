import { type OperationId, OPERATIONS } from '@accord/shared/contracts'
import type { RequestHandler } from 'express'

import type { Tracing } from '../tracing/tracing.ts'
import { connectionIdOf } from './connection-id.ts'
import { errorCodeOf } from './problem.ts'

/** A span for each request, caused by whoever sent a `traceparent`: our instance, or the other node. Only its ids are taken. */
export const traceRequest =
  (name: OperationId, tracing: Tracing): RequestHandler =>
  (request, response, next) => {
    const { method, path } = OPERATIONS[name]
    const { connectionId } = connectionIdOf(request)
    const connection = connectionId === undefined ? {} : { 'accord.connection_id': connectionId }
    const attributes = { 'http.request.method': method, 'http.route': path, ...connection }
    const span = tracing.begin({ name, kind: 'server', parent: request.get('traceparent'), attributes })
    response.once('close', () => {
      const code = errorCodeOf(response)
      const status = response.writableFinished ? response.statusCode : 499
      span.end({ 'http.response.status_code': status }, typeof code === 'string' ? code : undefined)
    })
    span.run(next)
  }
