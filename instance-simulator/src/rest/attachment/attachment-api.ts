import { raw, Router, type Request, type RequestHandler, type Response } from 'express'
import type { RestParts } from '../parts.ts'
import {
  addFromBody,
  addFromForm,
  listAttachments,
  readAttachment,
  readFile,
  removeAttachment,
} from './attachment-handlers.ts'

type Handler = (parts: RestParts, request: Request, response: Response) => void | Promise<void>

/** What one file may have, by the property in megabytes. */
const maxFileBytes = ({ store }: RestParts): number =>
  (Number(store.property('com.glide.attachment.max_size')) || 1024) * 1024 * 1024

export function createAttachmentApi(parts: RestParts): Router {
  const router = Router()
  const run =
    (handler: Handler): RequestHandler =>
    async (request, response) =>
      handler(parts, request, response)
  for (const root of ['/api/now/attachment', '/api/now/v1/attachment', '/api/now/v2/attachment']) {
    router.get(root, run(listAttachments))
    router.post(
      `${root}/file`,
      (request, response, next) => raw({ type: () => true, limit: maxFileBytes(parts) })(request, response, next),
      run(addFromBody),
    )
    router.post(
      `${root}/upload`,
      run((each, request, response) => addFromForm(each, request, response, maxFileBytes(each))),
    )
    router.get(`${root}/:sysId/file`, run(readFile))
    router.get(`${root}/:sysId`, run(readAttachment))
    router.delete(`${root}/:sysId`, run(removeAttachment))
  }
  return router
}
