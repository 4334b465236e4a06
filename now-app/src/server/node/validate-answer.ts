import { isErrorCode } from '@accord/shared/protocol'
import { Refusal } from '../http/refusal.ts'
import type { JsonObject } from '../http/read-body.ts'
import type { NodeAnswer } from './exchange.ts'

/**
 * The JSON object of a success; a refusal of the node is thrown as it stands. 401 means that the node does not know our
 * token any more, so the instance counts as not paired. An answer that is no JSON object (a proxy's page, a hibernation
 * page) is `protocol_violation`, or `node_unreachable` when a gateway says so.
 */
export function validateAnswer(answer: NodeAnswer): JsonObject {
  const body = parse(answer.text)
  if (answer.status >= 200 && answer.status < 300 && body) return body
  if (answer.status === 401)
    throw new Refusal('not_paired', 'The node does not accept the token of this instance any more.')
  const code = body?.['code']
  if (body && isErrorCode(code)) throw new Refusal(code, textOf(body['detail']), detailsOf(body['facts']))
  if (answer.status === 502 || answer.status === 503 || answer.status === 504)
    throw new Refusal('node_unreachable', `A gateway before the node answered ${answer.status}.`)
  throw new Refusal('protocol_violation', `The node answered ${answer.status} without a document of its protocol.`)
}

function parse(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined
  } catch {
    return undefined
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const detailsOf = (value: unknown): JsonObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined
