import { Router, type Request, type RequestHandler, type Response } from 'express'
import type { RestParts } from '../parts.ts'
import { RestError } from '../rest-error.ts'
import { createRecord, deleteRecord, listRecords, readRecord, updateRecord } from './table-handlers.ts'

type Handler = (parts: RestParts, request: Request, response: Response) => Promise<void>

const refuseMethod: RequestHandler = () => {
  throw new RestError('methodNotAllowed')
}

/** Table API in its three spellings. Express hands rejections to the error funnel. */
export function createTableApi(parts: RestParts): Router {
  const router = Router()
  const run =
    (handler: Handler): RequestHandler =>
    async (request, response) =>
      handler(parts, request, response)
  for (const root of ['/api/now/table', '/api/now/v1/table', '/api/now/v2/table']) {
    router.route(`${root}/:table`).get(run(listRecords)).post(run(createRecord)).all(refuseMethod)
    router
      .route(`${root}/:table/:sysId`)
      .get(run(readRecord))
      .put(run(updateRecord))
      .patch(run(updateRecord))
      .delete(run(deleteRecord))
      .all(refuseMethod)
  }
  return router
}
