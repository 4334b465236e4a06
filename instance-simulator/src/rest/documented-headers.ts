import type { RequestHandler } from 'express'

const overridable = new Set(['GET', 'PUT', 'PATCH', 'DELETE'])

/** `X-HTTP-Method-Override` on a POST, for clients that know GET and POST only. */
export const overrideMethod: RequestHandler = (request, _response, next) => {
  const wanted = String(request.headers['x-http-method-override'] ?? '').toUpperCase()
  if (request.method === 'POST' && overridable.has(wanted)) request.method = wanted
  next()
}

/** `X-no-response-body: true`: the status and the headers alone. */
export const leaveOutBody: RequestHandler = (request, response, next) => {
  if (String(request.headers['x-no-response-body']).toLowerCase() === 'true') {
    response.json = () => response.end()
  }
  next()
}
