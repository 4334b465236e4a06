import type { OperationId } from '@accord/shared/protocol'
import type { RequestHandler } from 'express'

import type { Metrics } from '../services.ts'
import { errorCodeOf, type HttpLog } from './problem.ts'
import { requestIdOf } from './request-id.ts'

/**
 * One line and one sample per answered request. The operation stands for the path, so that no id of an invitation and
 * nothing that a stranger put into a URL reaches the log or the metrics.
 */
export const observe =
  (operation: OperationId | 'unknown', metrics: Pick<Metrics, 'observeHttp'>, log: HttpLog): RequestHandler =>
  (_request, response, next) => {
    const startedAt = performance.now()
    response.once('close', () => {
      const seconds = (performance.now() - startedAt) / 1000
      const status = response.writableFinished ? response.statusCode : 499
      metrics.observeHttp({ operation, status, seconds })
      const code = errorCodeOf(response)
      const facts = { operation, status, ms: Math.round(seconds * 1000), requestId: requestIdOf(response) }
      log.info(code === undefined ? facts : { ...facts, code }, 'request')
    })
    next()
  }
