import { Router, type Request, type RequestHandler, type Response } from 'express'
import type { RestParts } from '../parts.ts'
import { createRecord, deleteRecord, listRecords, readRecord, updateRecord } from './table-handlers.ts'

type Handler = (parts: RestParts, request: Request, response: Response) => Promise<void>

/** Table API in its three spellings. Express hands rejections to the error funnel. */
export function createTableApi(parts: RestParts): Router {
  const router = Router()
  const run =
    (handler: Handler): RequestHandler =>
    async (request, response) =>
      handler(parts, request, response)
  for (const root of ['/api/now/table', '/api/now/v1/table', '/api/now/v2/table']) {
    router.route(`${root}/:table`).get(run(listRecords)).post(run(createRecord))
    router
      .route(`${root}/:table/:sysId`)
      .get(run(readRecord))
      .put(run(updateRecord))
      .patch(run(updateRecord))
      .delete(run(deleteRecord))
  }
  return router
}
