import { LIMITS } from '@accord/shared/protocol'
import { Refusal } from './refusal.ts'
import type { RestRequest } from '../platform/rest-exchange.d.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** The raw text of the body. Refuses what is larger than the protocol allows. */
export function readText(request: RestRequest, longest: number = LIMITS.bodyBytes): string {
  const text = request.body.dataString
  if (text.length > longest) throw new Refusal('payload_too_large')
  return text
}

/** Parses a JSON object; anything else is `malformed`. */
export function parseObject(text: string): JsonObject {
  const value = parseJson(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject
  throw new Refusal('malformed', 'The body must be a JSON object.')
}

export const readObject = (request: RestRequest, longest?: number): JsonObject =>
  parseObject(readText(request, longest))

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('malformed', 'The body is not JSON.')
  }
}
