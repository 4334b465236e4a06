import { createHmac, timingSafeEqual } from 'node:crypto'

import { LIMITS } from '@accord/shared/protocol'

import { Refusal } from '../refusals/refusal.ts'

/** A nonce replaces the time stamp of a peer whose clock is wrong: a request that carries it was made after our answer. */
export interface Nonces {
  issue(now: Date): string
  accepts(nonce: string, now: Date): boolean
}

export const NONCE_LIFE_MS = 120_000

/**
 * Nonces without memory, so that any replica accepts what another issued: a time and its HMAC. A nonce can be used more
 * than once while it lives; what must not happen twice is kept apart by `jti` or by the invitation's state.
 * `secret`: shared by the replicas of one node, at least 32 bytes.
 */
export function createNonces(secret: Uint8Array): Nonces {
  const macOf = (time: string) => createHmac('sha256', secret).update(`accord-nonce-v1\n${time}`).digest('base64url')
  return {
    issue: (now) => `${now.getTime()}.${macOf(String(now.getTime()))}`,
    accepts: (nonce, now) => {
      const [time = '', mac = ''] = nonce.split('.')
      const age = now.getTime() - Number(time)
      return /^\d{1,16}$/u.test(time) && age >= 0 && age <= NONCE_LIFE_MS && isSame(mac, macOf(time))
    },
  }
}

const isSame = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right))

interface Timed {
  readonly iat: number
  readonly exp: number
  readonly nonce?: string | undefined
}

/**
 * Is a signed message recent? `lifeMs`: the longest validity its kind may claim. A nonce of ours replaces the clock: who
 * carries one is checked by it alone, so that a message of the far future is not good a second time when its day comes.
 * Throws `clock_skew` with our time and a nonce, for one retry; `malformed` for a validity that is no validity.
 */
export function requireFresh(claims: Timed, lifeMs: number, now: Date, nonces: Nonces): void {
  const { iat, exp, nonce } = claims
  if (exp <= iat || (exp - iat) * 1000 > lifeMs)
    throw new Refusal('malformed', 'The validity of the message is not one that the protocol allows.', {
      facts: { fields: ['exp'] },
    })
  if (nonce !== undefined && nonces.accepts(nonce, now)) return
  const isBoundByClock = nonce === undefined
  const ageMs = now.getTime() - iat * 1000
  const remainingMs = exp * 1000 - now.getTime()
  if (isBoundByClock && ageMs >= -LIMITS.clockToleranceMs && remainingMs >= -LIMITS.clockToleranceMs) return
  throw new Refusal('clock_skew', undefined, {
    facts: { serverTime: now.toISOString(), differenceMs: -ageMs, nonce: nonces.issue(now) },
  })
}
