import { Id, RedeemRequest } from '@accord/shared/schemas'
import type { Request, RequestHandler } from 'express'

import { sha256 } from '../keys/digest.ts'
import { parseStrictJson } from '../jws/strict-json.ts'
import type { Callers } from '../nodes/callers.ts'
import { rawBodyOf } from './body.ts'
import { authorizedJwsOf } from './authorized-jws.ts'
import { signAnswerBy } from './send-answer.ts'

type Signers = Pick<Callers, 'signInvitationAnswer'>

/**
 * After the raw body was read. The refusals of a redeem are signed from here on (PROTOCOL.md §5.9), so that nobody between the
 * nodes can end an acceptance; a grant proves itself. A body that holds no redeem names nothing that could be signed.
 */
export const nameRedeem =
  (callers: Signers): RequestHandler =>
  (request, response, next) => {
    const invitationId = invitationOf(request)
    signAnswerBy(response, async (status, body) => {
      const redeem = status < 400 ? undefined : redeemIn(request)
      return redeem === undefined || invitationId === undefined
        ? undefined
        : sign(callers, invitationId, redeem, status, body)
    })
    next()
  }

/** As `nameRedeem`, for a source's call: every answer is signed. */
export const nameSourceCall =
  (callers: Signers): RequestHandler =>
  (request, response, next) => {
    const invitationId = invitationOf(request)
    const jws = authorizedJwsOf(request)
    if (jws !== undefined && invitationId !== undefined)
      signAnswerBy(response, (status, body) => sign(callers, invitationId, jws, status, body))
    next()
  }

/** Read at once: the router forgets the parameters of a path when it hands a refusal on. */
const invitationOf = (request: Request): string | undefined => Id.safeParse(request.params['invitationId']).data

function redeemIn(request: Request): string | undefined {
  const parsed = RedeemRequest.safeParse(parseStrictJson(rawBodyOf(request)))
  return parsed.success ? parsed.data.redeem : undefined
}

const sign = (callers: Signers, invitationId: string, jws: string, status: number, body: Uint8Array): Promise<string> =>
  callers.signInvitationAnswer({ invitationId, requestHash: sha256(jws), status, bodyHash: sha256(body) })
