import type { ErrorRequestHandler } from 'express'
import type { Log, MutationAborted } from '../contracts.ts'
import { NotSimulated } from '../coverage/not-simulated.ts'
import { TransactionCancelled } from '../engine/transaction-cancelled.ts'
import { InvalidDictionaryEntry } from '../records/dictionary-checks.ts'
import { UniqueKeyViolation } from '../records/record-store.ts'
import { RestError } from './rest-error.ts'

/** The one place where a failed REST request gets its envelope. */
export const answerErrors =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const answer = toRestError(error)
    if (answer.code === 'failed') log('error', 'A request failed', { path: request.path, reason: String(error) })
    if (answer.status === 401) response.setHeader('WWW-Authenticate', 'BASIC realm="Service-now"')
    response.status(answer.status).json(answer.body())
  }

export function toRestError(error: unknown): RestError {
  if (error instanceof RestError) return error
  if (error instanceof NotSimulated) return new RestError('notSimulated', { detail: error.message })
  if (error instanceof TransactionCancelled) return new RestError('cancelled')
  if (error instanceof UniqueKeyViolation) return new RestError('operationFailed', { detail: error.message })
  if (error instanceof InvalidDictionaryEntry) return new RestError('operationFailed', { detail: error.message })
  if (isAborted(error)) return new RestError('operationFailed', { detail: error.messages.join('\n') || error.message })
  const type = propertyOf(error, 'type')
  if (type === 'entity.parse.failed') return new RestError('unreadableBody')
  if (type === 'entity.too.large') return new RestError('tooLarge')
  return new RestError('failed', { detail: error instanceof Error ? error.message : String(error) })
}

const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined

export const isAborted = (error: unknown): error is MutationAborted =>
  propertyOf(error, 'code') === 'mutation_aborted' && Array.isArray(propertyOf(error, 'messages'))
