import { Id, Sha256 } from '@accord/shared/schemas'
import type { SchemaName } from '@accord/shared/contracts'
import type { Request } from 'express'
import { z } from 'zod'

import { Refusal } from '../refusals/refusal.ts'
import { parseJsonBody } from './body.ts'
import { schemaOf } from './schema-of.ts'

/** The `{names}` of a path, each a UUID but for `{sha256}`. Throws `malformed`, as all of these do. */
export function readParams(request: Request): Record<string, string> {
  const shape = Object.fromEntries(Object.keys(request.params).map((name) => [name, name === 'sha256' ? Sha256 : Id]))
  return check(z.strictObject(shape), request.params, 'path') as Record<string, string>
}

export const readQuery = (request: Request, schema: SchemaName): unknown =>
  check(schemaOf(schema), Object.fromEntries(new URLSearchParams(request.originalUrl.split('?')[1] ?? '')), 'query')

/** Throws `unsupported_media_type` as well. `more` wins over what the body says. */
export function readBody(request: Request, schema: SchemaName, more?: object): unknown {
  const body = parseJsonBody(request)
  const isObject = typeof body === 'object' && body !== null
  return check(schemaOf(schema), isObject && more ? { ...body, ...more } : body, 'body')
}

function check(schema: z.ZodType, value: unknown, where: 'path' | 'query' | 'body'): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.slice(0, 20).map((issue) => ({
    field: issue.path.map((member) => String(member).slice(0, NAME_CHARACTERS)).join('.'),
    message: messageOf(issue),
  }))
  throw new Refusal('malformed', undefined, { facts: { where, fields } })
}

/** A name that a caller made up is repeated only so far: it may be a code or a token that went astray. */
const NAME_CHARACTERS = 24

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return issue.message
  return `Unknown: ${issue.keys
    .slice(0, 5)
    .map((key) => key.slice(0, NAME_CHARACTERS))
    .join(', ')}`
}
