import type { OperationId } from '@accord/shared/contracts'
import type { RequestHandler } from 'express'

import type { Metrics } from '../observability/metrics.ts'
import { currentTraceId } from '../tracing/current-trace.ts'
import { connectionIdOf } from './connection-id.ts'
import { errorCodeOf, type HttpLog } from './problem.ts'
import { requestIdOf } from './request-id.ts'

/**
 * Writes a log line and a metric sample for each answered request. They name the operation and not the path, so that no id of an invitation and
 * nothing that a stranger put into a URL reaches the metrics; the log holds the id of a connection, if it is one.
 */
export const observe =
  (
    operation: OperationId | `console.${string}` | 'unknown',
    metrics: Pick<Metrics, 'observeHttp'>,
    log: HttpLog,
  ): RequestHandler =>
  (request, response, next) => {
    const startedAt = performance.now()
    const traceId = currentTraceId()
    const ids = { ...connectionIdOf(request), ...(traceId === undefined ? {} : { traceId }) }
    response.once('close', () => {
      const seconds = (performance.now() - startedAt) / 1000
      const status = response.writableFinished ? response.statusCode : 499
      metrics.observeHttp({ operation, status, seconds })
      const code = errorCodeOf(response)
      const details = { operation, status, ms: Math.round(seconds * 1000), requestId: requestIdOf(response), ...ids }
      log.info(code === undefined ? details : { ...details, code }, 'request')
    })
    next()
  }
