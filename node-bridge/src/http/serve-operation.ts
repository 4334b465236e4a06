import type { BytesAnswer, Contract, TextAnswer } from '@accord/shared/contracts'
import type { RequestHandler } from 'express'

import { actorOf } from './actor.ts'
import { contentOf, rangeStartOf } from './bytes.ts'
import { readBody, readParams, readQuery } from './check-input.ts'
import { schemaOf } from './schema-of.ts'
import { sendAnswer, sendBytes } from './send-answer.ts'
import { sourceOf } from './source-caller.ts'

/** What comes in is checked by the contract, and so is what goes out. The types of `handler` follow from the same contract. */
export const serveOperation =
  (contract: Contract, handler: (call: never) => Promise<unknown>): RequestHandler =>
  async (request, response) => {
    const { query, body, answer, answerType, bodyType, status = 200, unless } = contract
    const isBytes = answerType === 'application/octet-stream'
    const call = {
      params: readParams(request),
      query: query && readQuery(request, query.schema),
      body: body && readBody(request, body, contract.actor && actorOf(request)),
      content: bodyType && contentOf(request, contract),
      from: isBytes ? rangeStartOf(request) : undefined,
      source: sourceOf(response),
    }
    const result = await handler(call as never)
    if (isBytes) return sendBytes(response, result as BytesAnswer)
    if (answerType !== undefined) {
      const { contentType, text } = result as TextAnswer
      response.status(status).setHeader('Content-Type', contentType)
      response.end(text)
      return
    }
    // Parsing drops every member that the contract does not name: nothing leaves by accident.
    const sent = answer ? schemaOf(answer).parse(result) : {}
    const isLess = unless && (sent as Record<string, unknown>)[unless.member] === false
    await sendAnswer(response, isLess ? unless.status : status, sent)
  }
