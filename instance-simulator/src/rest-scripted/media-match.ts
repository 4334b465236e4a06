import type { Request } from 'express'
import { RestError } from '../rest/rest-error.ts'
import type { ScriptedRoute } from './route-table.ts'

const typesOf = (operation: string | undefined, definition: string | undefined): string[] =>
  (operation || definition || '')
    .split(',')
    .map((type) => type.trim().toLowerCase())
    .filter((type) => type !== '')

/** 415 for a body that the route does not take, 406 for an answer that the client does not. */
export function requireMediaMatch(request: Request, { operation, definition }: ScriptedRoute): void {
  const consumes = typesOf(operation['consumes'], definition['consumes'])
  const sent = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const hasBody =
    Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined
  if (hasBody && consumes.length > 0 && !consumes.includes(sent) && !consumes.includes('*/*')) {
    throw new RestError('unsupportedMedia', {
      detail: `Content-Type ${sent || '(none)'} is not one of ${consumes.join(', ')}`,
    })
  }
  const produces = typesOf(operation['produces'], definition['produces'])
  if (produces.length > 0 && request.accepts(produces) === false) {
    throw new RestError('notAcceptable', { detail: `The resource produces ${produces.join(', ')}` })
  }
}
