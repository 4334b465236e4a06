import { json, Router } from 'express'
import { answerErrors } from './answer-errors.ts'
import { createAttachmentApi } from './attachment/attachment-api.ts'
import { createBatchApi } from './batch/batch-api.ts'
import { leaveOutBody, overrideMethod } from './documented-headers.ts'
import { createImportApi } from './import/import-api.ts'
import { requireJson } from './media-types.ts'
import type { RestParts } from './parts.ts'
import { requireCaller } from './require-caller.ts'
import { RestError } from './rest-error.ts'
import { createStatsApi } from './stats/stats-api.ts'
import { createTableApi } from './table/table-api.ts'

/** APIs of the platform that clients may reasonably ask for and that are not here. */
const absentApis = ['ui', 'cmdb', 'email', 'pa', 'graphql', 'identifyreconcile', 'sc', 'reporting']

/** Everything below `/api/now`: authentication first, then the APIs, then the refusals. */
export function createRestApi(parts: RestParts): Router {
  const router = Router()
  router.use('/api/now', overrideMethod, leaveOutBody, requireCaller(parts.sessions, parts.quotas))
  router.use(createAttachmentApi(parts))
  router.use('/api/now', requireJson, json({ limit: '10mb', strict: false, type: () => true }))
  router.use(createTableApi(parts), createStatsApi(parts), createBatchApi(parts), createImportApi(parts))
  for (const api of absentApis) {
    router.use(`/api/now/${api}`, () => parts.ledger.notSimulated(`the API /api/now/${api}`))
  }
  router.use('/api/now', (request) => {
    throw new RestError('noResource', { detail: request.originalUrl.split('?')[0] ?? '' })
  })
  router.use('/api/now', answerErrors(parts.log))
  return router
}
