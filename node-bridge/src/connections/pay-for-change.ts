import { LIMITS } from '@accord/shared/protocol'

import { takeAtPace } from '../limits/pace.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { ContactRecord } from '../store/connections/contacts.ts'

/**
 * Each change that a peer brings about costs an entry of the handshake log, one of the audit log and a callback: until when
 * this one and those before are paid for. Throws `too_many_requests` with the seconds to wait; states are sent again.
 */
export function payForChange(contact: Pick<ContactRecord, 'changesPaidUntil'>, now: Date): Date {
  const taken = takeAtPace(contact.changesPaidUntil, LIMITS.peerChanges, now)
  if ('waitMs' in taken)
    throw new Refusal('too_many_requests', 'The other side changes this connection too often.', {
      retryAfterS: Math.ceil(taken.waitMs / 1000),
    })
  return taken.paidUntil
}

/** As `payForChange`, for a change that is optional: undefined where the budget is spent, and the change is left out. */
export function tryToPayForChange(contact: Pick<ContactRecord, 'changesPaidUntil'>, now: Date): Date | undefined {
  const taken = takeAtPace(contact.changesPaidUntil, LIMITS.peerChanges, now)
  return 'waitMs' in taken ? undefined : taken.paidUntil
}
