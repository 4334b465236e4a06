import { LIMITS } from '@accord/shared/protocol'
import type { LicenceClaims, LicenceDetails } from '@accord/shared/schemas'

import { endOf } from './licence-token.ts'

const DAY_MS = 86_400_000

export interface Evaluation {
  readonly from: Date
  /** The latest time that was ever seen: a clock that is set back gives no day back. */
  readonly seenAt: Date
}

export type Entitlement = Pick<
  LicenceDetails,
  'kind' | 'endsAt' | 'ended' | 'daysLeft' | 'customer' | 'plan' | 'maxConnections'
> & {
  /** Id of the licence that counts; null for the evaluation. */
  readonly id: string | null
}

/**
 * By what a node works: the best of its licences that run, else the evaluation while it runs, else what ended last.
 * Arithmetic only; the signatures were verified before.
 */
export function currentEntitlement(licences: readonly LicenceClaims[], evaluation: Evaluation, now: Date): Entitlement {
  const running = licences.filter((licence) => endOf(licence) > now.getTime()).toSorted(byWorth)[0]
  if (running) return entitlementOf(running, now)
  const evaluated = entitlementOfEvaluation(evaluation, now)
  const lapsed = licences.toSorted((one, other) => endOf(other) - endOf(one))[0]
  return lapsed && evaluated.ended ? entitlementOf(lapsed, now) : evaluated
}

/** The one for more connections first; of two alike the one that runs longer. */
function byWorth(one: LicenceClaims, other: LicenceClaims): number {
  const [limit = Infinity, otherLimit = Infinity] = [one.maxConnections, other.maxConnections]
  return limit === otherLimit ? endOf(other) - endOf(one) : otherLimit > limit ? 1 : -1
}

const entitlementOf = (licence: LicenceClaims, now: Date): Entitlement => ({
  id: licence.jti,
  kind: 'paid',
  ...lifeOf(endOf(licence), now.getTime()),
  customer: licence.customer,
  plan: licence.plan,
  maxConnections: licence.maxConnections ?? null,
})

const entitlementOfEvaluation = ({ from, seenAt }: Evaluation, now: Date): Entitlement => ({
  id: null,
  kind: 'evaluation',
  ...lifeOf(from.getTime() + LIMITS.evaluationMs, Math.max(now.getTime(), seenAt.getTime())),
  customer: null,
  plan: null,
  maxConnections: null,
})

const lifeOf = (endMs: number, nowMs: number) => ({
  endsAt: new Date(endMs).toISOString(),
  ended: endMs <= nowMs,
  daysLeft: Math.max(0, Math.ceil((endMs - nowMs) / DAY_MS)),
})
