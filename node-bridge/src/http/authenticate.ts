import { INSTANCE_HEADERS } from '@accord/shared/protocol'
import { Id } from '@accord/shared/schemas'
import type { Request, RequestHandler } from 'express'

import { sha256 } from '../keys/digest.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { Callers, ConnectionKeys } from '../nodes/callers.ts'
import { requestSignatures, spentUntil } from '../nodes/signature.ts'
import { processSourceAuthorization } from '../nodes/source-signature.ts'
import type { Nonces } from '../nodes/freshness.ts'
import { addressKey } from '../limits/rate-limit.ts'
import { authorizedJwsOf } from './authorized-jws.ts'
import { rawBodyOf } from './body.ts'
import { callerAddressOf } from './caller-address.ts'
import { type AnswerSigner, signAnswerBy } from './send-answer.ts'
import { noteSource } from './source-caller.ts'
import { createSlots } from '../limits/slots.ts'

export interface AuthenticationParts {
  readonly callers: Callers
  readonly nonces: Nonces
  /** Our configured public URL, without a final slash: signatures are over it, whatever Host header arrives. */
  readonly publicUrl: string
  readonly now: () => Date
}

/** Middlewares, one for each kind of caller and its proof. Each calls `next` or throws. */
export interface Authentication {
  readonly asInstance: RequestHandler
  readonly asOperator: RequestHandler
  /** After the raw body was read. Wakes a pending connection: the first valid signed call makes it active. */
  readonly asNode: RequestHandler
  /** After the raw body was read: a source that cannot be called, by its identity key. A stranger passes on, as one. */
  readonly asSource: RequestHandler
  /** For a body that proves itself: checks nothing, but its answer is signed and names the body. */
  readonly nameBody: RequestHandler
}

const MAX_TOKEN_CHARACTERS = 512
/** Share of the long-poll slots for sources of which no code was accepted here, all together. */
const STRANGERS = { each: 32, overall: 300 }

export function createAuthentication({ callers, nonces, publicUrl, now }: AuthenticationParts): Authentication {
  const formerUrlsOf = ({ originalUrl }: Request) => (callers.formerUrls?.() ?? []).map((url) => url + originalUrl)
  const strangers = createSlots(STRANGERS.each, STRANGERS.overall)
  return {
    asInstance: async (request, _response, next) => {
      await callers.authenticateInstance(bearerOf(request), {
        url: request.get(INSTANCE_HEADERS.url),
        id: request.get(INSTANCE_HEADERS.id),
        name: request.get(INSTANCE_HEADERS.name),
      })
      next()
    },
    asOperator: async (request, _response, next) => {
      await callers.authenticateOperator(bearerOf(request))
      next()
    },
    asSource: async (request, response, next) => {
      const invitationId = String(request.params['invitationId'])
      const { claims, identityThumbprint } = await processSourceAuthorization(
        {
          authorization: request.get('authorization'),
          method: request.method,
          url: publicUrl + request.originalUrl,
          formerUrls: formerUrlsOf(request),
          body: rawBodyOf(request),
          invitationId,
        },
        { nonces, now: now() },
      )
      const source = { identityThumbprint, instanceUid: claims.iss, audience: claims.aud, mayWait: true }
      const isKnown = await callers.isKnownSource(invitationId, source)
      // The request id of an unknown source is not stored as spent: a replay would get the same empty answer.
      if (isKnown && !(await callers.spendRequestId(claims.jti, spentUntil(claims.exp, now()))))
        throw new Refusal('request_replayed')
      const leave = isKnown ? undefined : strangers.enter(addressKey(callerAddressOf(request)))
      if (leave) response.once('close', leave)
      noteSource(response, { ...source, mayWait: isKnown || leave !== undefined })
      next()
    },
    nameBody: (request, response, next) => {
      const connectionId = Id.safeParse(request.params['connectionId'])
      if (connectionId.success) {
        const named = { connectionId: connectionId.data, requestHash: sha256(rawBodyOf(request)) }
        signAnswerBy(response, (status, body) => callers.signAnswer({ ...named, status, bodyHash: sha256(body) }))
      }
      next()
    },
    asNode: async (request, response, next) => {
      const named = nameOf(request)
      const signBy = (verified?: ConnectionKeys) => {
        if (!named) return
        const sign: AnswerSigner = (status, body) =>
          callers.signAnswer({ ...named, status, bodyHash: sha256(body) }, verified)
        signAnswerBy(response, sign)
      }
      signBy()
      const keys = await requestSignatures.process(
        {
          authorization: request.get('authorization'),
          method: request.method,
          url: publicUrl + request.originalUrl,
          formerUrls: formerUrlsOf(request),
          body: rawBodyOf(request),
          connectionId: String(request.params['connectionId']),
        },
        { callers, nonces, now: now() },
      )
      signBy(keys)
      if (keys.awaitsFirstCall !== false) await callers.noteSignedCall(keys.connectionId)
      next()
    },
  }
}

/** What an answer has to name, so that it fits no other request: known before anything about the request is checked. */
function nameOf(request: Request): { connectionId: string; requestHash: string } | undefined {
  const connectionId = Id.safeParse(request.params['connectionId'])
  const jws = authorizedJwsOf(request)
  return connectionId.success && jws !== undefined
    ? { connectionId: connectionId.data, requestHash: sha256(jws) }
    : undefined
}

/** RFC 6750: the scheme is case-insensitive, the token is one word. */
function bearerOf(request: Request): string {
  const token = /^Bearer +([\x21-\x7E]+) *$/iu.exec(request.get('authorization') ?? '')?.[1]
  if (token === undefined || token.length > MAX_TOKEN_CHARACTERS) throw new Refusal('unauthenticated')
  return token
}
