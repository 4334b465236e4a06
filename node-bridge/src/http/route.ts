import { type OperationId } from '@accord/shared/protocol'
import type { Request, Response } from 'express'
import type { z } from 'zod'

import { Refusal } from '../refusals/refusal.ts'
import { withActor } from './actor.ts'
import type { SourceCaller } from '../services.ts'
import { parseJsonBody } from './body.ts'
import { CONTRACTS, type AnswerOf, type BodyOf, type ParamsOf, type QueryOf } from './contracts.ts'
import type { Contract } from './contract.ts'
import { sendAnswer } from './send-answer.ts'
import { sourceOf } from './source-caller.ts'

export interface Call<Name extends OperationId> {
  readonly params: ParamsOf<Name>
  readonly query: QueryOf<Name>
  readonly body: BodyOf<Name>
  /** Who has signed the call; present where the operation's proof is a source's signature. */
  readonly source: (typeof CONTRACTS)[Name]['proof'] extends 'source-signature' ? SourceCaller : undefined
}

/** An operation and what answers it. `answer` sends the response or throws. */
export interface Route {
  readonly name: OperationId
  answer(request: Request, response: Response): Promise<void>
}

/** A route is a contract and one call: what comes in is checked by the contract, and so is what goes out. */
export function route<Name extends OperationId>(
  name: Name,
  call: (call: Call<Name>) => Promise<AnswerOf<Name>>,
  statusOf?: (answer: AnswerOf<Name>) => number,
): Route {
  const contract: Contract = CONTRACTS[name]
  return {
    name,
    answer: async (request, response) => {
      const params = check(contract.params, request.params, 'path') as ParamsOf<Name>
      const query = (contract.query && check(contract.query, queryOf(request), 'query')) as QueryOf<Name>
      const body = (contract.body && readJson(request, contract.body)) as BodyOf<Name>
      const source = sourceOf(response) as Call<Name>['source']
      const answer = await call({ params, query, body, source })
      // Parsing drops every member that the contract does not name: nothing leaves by accident.
      const sent = contract.answer ? contract.answer.parse(answer) : answer
      await sendAnswer(response, statusOf?.(answer) ?? contract.status, sent)
    },
  }
}

/** For answers that are not JSON. */
export function textRoute<Name extends OperationId>(
  name: Name,
  call: (query: QueryOf<Name>) => Promise<{ readonly contentType: string; readonly text: string }>,
): Route {
  const { query }: Contract = CONTRACTS[name]
  return {
    name,
    answer: async (request, response) => {
      const { contentType, text } = await call((query && check(query, queryOf(request), 'query')) as QueryOf<Name>)
      response.status(200).setHeader('Content-Type', contentType)
      response.end(text)
    },
  }
}

/** The body, checked. Throws `unsupported_media_type`, `malformed`. */
export const readJson = <Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> =>
  check(schema, withActor(request, schema, parseJsonBody(request)), 'body') as z.output<Schema>

const queryOf = ({ originalUrl }: Request): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(originalUrl.split('?')[1] ?? ''))

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
