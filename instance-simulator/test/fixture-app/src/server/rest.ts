import { GlideRecordSecure, gs } from '@servicenow/glide'
import { ServiceError } from '@servicenow/glide/sn_ws_err'
import type { RestRequest, RestResponse } from './platform.d.ts'

export function readBook(request: RestRequest, response: RestResponse): void {
  const book = new GlideRecordSecure('x_acme_shelf_book')
  if (!book.get('number', request.pathParams.number)) {
    response.setStatus(404)
    response.setBody({ problem: 'no such book' })
    return
  }
  const verbose = request.queryParams.verbose
  response.setBody({
    title: book.getValue('title'),
    price: book.getValue('price'),
    verbose: verbose ? verbose[0] : null,
  })
}

export function createLoan(request: RestRequest, response: RestResponse): void {
  const body = request.body.data
  const book = new GlideRecordSecure('x_acme_shelf_book')
  if (!book.get('number', body.number)) {
    response.setStatus(404)
    return
  }
  book.setValue('state', 'out')
  book.update()
  response.setStatus(201)
  response.setHeader('Location', `/api/x_acme_shelf/shelf/books/${body.number}`)
  response.setBody({ state: book.getValue('state') })
}

export function whoAmI(request: RestRequest, response: RestResponse): void {
  response.setBody({ user: gs.getUserName(), agent: request.getHeader('x-agent') })
}

export function refuseTeapot(request: RestRequest, response: RestResponse): void {
  const error = new ServiceError()
  error.setStatus(418)
  error.setMessage('I am a teapot')
  error.setDetail('short and stout')
  response.setError(error)
}

export function streamText(request: RestRequest, response: RestResponse): void {
  response.setStatus(200)
  response.setContentType('text/plain')
  response.getStreamWriter().writeString('line one\nline two\n')
}
