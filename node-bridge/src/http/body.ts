import type { Contract } from '@accord/shared/contracts'
import { LIMITS } from '@accord/shared/protocol'
import express, { type Request, type RequestHandler } from 'express'

import { NOT_JSON, parseStrictJson } from '../jws/strict-json.ts'
import { Refusal } from '../refusals/refusal.ts'

/** Keeps the bytes as they came: signatures are over them. Compressed bodies are refused, since 64 KiB could hide gigabytes. */
const readBodyUpTo = (bytes: number): RequestHandler => express.raw({ type: () => true, limit: bytes, inflate: false })

const readRawBody: RequestHandler = readBodyUpTo(LIMITS.bodyBytes)

/** Of an operation, as large as its contract allows. */
export const readBodyOf = ({ bytes }: Pick<Contract, 'bytes'>): RequestHandler =>
  bytes === undefined ? readRawBody : readBodyUpTo(bytes)

export const rawBodyOf = (request: Request): Buffer => (Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0))

/** Parsed JSON, not yet checked against a schema. Throws `unsupported_media_type` or `malformed`. */
export function parseJsonBody(request: Request): unknown {
  const bytes = rawBodyOf(request)
  if (!isJson(request.get('content-type'))) throw new Refusal('unsupported_media_type')
  const value = parseStrictJson(bytes)
  if (value === NOT_JSON) throw new Refusal('malformed', 'The body is not JSON of the expected form.')
  return value
}

const isJson = (contentType: string | undefined): boolean =>
  /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/iu.test(contentType ?? '')
