import type { RequestHandler } from 'express'

import { Refusal } from '../refusals/refusal.ts'
import { callerAddressOf } from './caller-address.ts'
import { errorCodeOf } from './problem.ts'
import { addressKey, createRateLimiter, type Rate } from '../limits/rate-limit.ts'

export interface AdmissionRates {
  /** Per address (IPv6: per /64), over all public calls. */
  readonly perAddress: Rate
  /**
   * Failed redeems of one invitation by one address. Both together, so that nobody who knows the id of an invitation can
   * use up the attempts of the invited.
   */
  readonly failuresPerInvitation: Rate
  /** All public calls together: what one process is willing to verify. */
  readonly overall: Rate
}

export const DEFAULT_RATES: AdmissionRates = {
  perAddress: { burst: 120, perSecond: 10 },
  failuresPerInvitation: { burst: 20, perSecond: 0.2 },
  overall: { burst: 1000, perSecond: 500 },
}

export interface Admission {
  /** Runs before the body is read, as the cheapest check. */
  readonly admit: RequestHandler
  /** Comes before the signatures of a redeem, and counts it when it fails. */
  readonly admitRedeem: RequestHandler
}

const FAILURES: ReadonlySet<unknown> = new Set(['invitation_unknown', 'proof_invalid', 'malformed'])
const MAX_ID_CHARACTERS = 64

/** Rate limits of the calls that anybody can make. Throws `too_many_requests` with the seconds to wait. */
export function createAdmission(rates: AdmissionRates, now: () => Date): Admission {
  const perAddress = createRateLimiter(rates.perAddress)
  const overall = createRateLimiter(rates.overall)
  const failures = createRateLimiter(rates.failuresPerInvitation)
  return {
    admit: (request, _response, next) => {
      const nowMs = now().getTime()
      requireToken(perAddress.take(addressKey(callerAddressOf(request)), nowMs))
      requireToken(overall.take('all', nowMs))
      next()
    },
    admitRedeem: (request, response, next) => {
      const key = `${String(request.params['invitationId']).slice(0, MAX_ID_CHARACTERS)} ${addressKey(callerAddressOf(request))}`
      requireToken(failures.peek(key, now().getTime()))
      response.once('finish', () => {
        if (FAILURES.has(errorCodeOf(response))) failures.take(key, now().getTime())
      })
      next()
    },
  }
}

function requireToken(waitS: number | undefined): void {
  if (waitS !== undefined) throw new Refusal('too_many_requests', undefined, { retryAfterS: waitS })
}
