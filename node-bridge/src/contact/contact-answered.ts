import { LIMITS, statesWith } from '@accord/shared/protocol'
import type { ContactRequest } from '@accord/shared/schemas'

import { isRefusal } from '../refusals/refusal.ts'
import { holdContact, updateContact } from '../store/connections/contacts.ts'
import type { Db } from '../store/engine/tables.ts'
import { type Change, REMOTE_ACTOR, tryChange } from '../connections/change-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { nextContactAt } from '../connections/contact-schedule.ts'
import { receivePauses } from '../connections/peer-pauses.ts'
import { followAddress, receiveAddress } from './peer-address.ts'
import { tryToPayForChange } from '../connections/pay-for-change.ts'
import { enqueue } from '../jobs/job-table.ts'

export interface Answered {
  /** The request that this side sent. */
  readonly sent: ContactRequest
  readonly answer: Pick<ContactRequest, 'pauses' | 'acknowledged' | 'address'>
  readonly tookMs: number
  /** The new address of the peer, where this answer came from there. */
  readonly movedTo?: string | undefined
}

/** Stores what an answered contact has brought, and enqueues the next contact. */
export async function noteAnswer(
  context: ConnectionContext,
  id: string,
  { sent, answer, tookMs, movedTo }: Answered,
): Promise<void> {
  const { database, now } = context
  const at = now()
  await database.transaction(async (transaction) => {
    const contact = await holdContact(transaction, id)
    // The time of a long poll says nothing about the network.
    const isSlow = sent.waitMs === undefined && tookMs > LIMITS.contactSlowMs
    const health = isSlow ? 'slow' : 'up'
    await updateContact(transaction, id, { health, failures: 0, unknownAnswers: 0, lastContactAt: at })
    await receivePauses(transaction, id, contact, answer, at).catch(ignoreNotTaken)
    const paid = contact.health === 'down' ? tryToPayForChange(contact, at) : undefined
    const restored = paid && (await tryChange(transaction, id, at, RESTORED))
    if (restored) await updateContact(transaction, id, { changesPaidUntil: paid })
    await makeAppointment(transaction, context, id, { sent, tookMs, isStale: contact.pauses !== sent.pauses })
    await followAddress(transaction, { id, contact, movedTo, at })
    await receiveAddress(context, transaction, { id, contact, address: answer.address, at })
  })
}

/** A refused part is sent again with the next answer, since it is a state. */
function ignoreNotTaken(error: unknown): void {
  if (!isRefusal(error) || !NOT_TAKEN.has(error.code)) throw error
}
const NOT_TAKEN: ReadonlySet<string> = new Set(['malformed', 'too_many_requests'])

interface Exchanged {
  readonly sent: ContactRequest
  readonly tookMs: number
  /** A pause or resumption during this contact has enqueued a contact of its own. */
  readonly isStale: boolean
}

/** A side that cannot be called listens all the time; but not without a pause where the other side does not hold its answers. */
async function makeAppointment(
  transaction: Db,
  { now, contactEveryMs, pollOnly }: ConnectionContext,
  id: string,
  { sent, tookMs, isStale }: Exchanged,
): Promise<void> {
  const at = now()
  if (sent.waitMs !== undefined) {
    const next = new Date(at.getTime() + Math.max(0, LISTEN_EVERY_MS - tookMs))
    return enqueue(transaction, 'listen', { connectionId: id }, next)
  }
  await enqueue(transaction, 'contact', { connectionId: id }, isStale ? at : nextContactAt(at, contactEveryMs))
  if (pollOnly) await enqueue(transaction, 'listen', { connectionId: id }, at)
}
const LISTEN_EVERY_MS = 2000

const RESTORED: Change = {
  onlyIn: statesWith('contacted'),
  event: 'contactRestored',
  detail: 'The other side answers again.',
  actor: REMOTE_ACTOR,
}
