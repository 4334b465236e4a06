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

/** Property `com.glide.attachment.max_size`, in MB; the REST API has a ceiling of its own. */
const maxBodyBytes = 10 * 1024 * 1024

export function createAttachmentApi(parts: RestParts): Router {
  const router = Router()
  const run =
    (handler: Handler): RequestHandler =>
    async (request, response) =>
      handler(parts, request, response)
  for (const root of ['/api/now/attachment', '/api/now/v1/attachment', '/api/now/v2/attachment']) {
    router.get(root, run(listAttachments))
    router.post(`${root}/file`, raw({ type: () => true, limit: maxBodyBytes }), run(addFromBody))
    router.post(
      `${root}/upload`,
      run((each, request, response) => addFromForm(each, request, response, maxBodyBytes)),
    )
    router.get(`${root}/:sysId/file`, run(readFile))
    router.get(`${root}/:sysId`, run(readAttachment))
    router.delete(`${root}/:sysId`, run(removeAttachment))
  }
  return router
}
