import type { RequestHandler } from 'express'
import { RestError } from './rest-error.ts'

/** JSON only. The platform also speaks XML; the simulator says that it does not, with the status a refusal has. */
export const requireJson: RequestHandler = (request, _response, next) => {
  if (!request.accepts('application/json')) throw new RestError('notAcceptable')
  const type = request.headers['content-type']
  const hasBody = request.method !== 'GET' && request.method !== 'DELETE' && type !== undefined
  if (hasBody && !request.is(['application/json', '+json']))
    throw new RestError('unsupportedMedia', /xml/.test(type) ? {} : { detail: type })
  next()
}
