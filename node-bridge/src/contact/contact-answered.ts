import { LIMITS, statesWith } from '@accord/shared/protocol'
import type { ContactRequest } from '@accord/shared/schemas'

import { isRefusal } from '../refusals/refusal.ts'
import { holdContact, updateContact } from '../store/contacts.ts'
import type { Db } from '../store/engine/tables.ts'
import { type Change, REMOTE_ACTOR, tryChange } from '../connections/change-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { nextContactAt } from '../connections/contact-schedule.ts'
import { hearPeer } from '../connections/peer-pauses.ts'
import { followAddress, hearAddress } from './peer-address.ts'
import { tryToPayForChange } from '../connections/pay-for-change.ts'
import { enqueue } from '../jobs/job-table.ts'

export interface Answered {
  /** What we said, and what the peer said to it. */
  readonly told: ContactRequest
  readonly answer: Pick<ContactRequest, 'pauses' | 'heard' | 'address'>
  readonly tookMs: number
  /** The new address of the peer, where this answer came from there. */
  readonly movedTo?: string | undefined
}

/** Writes down what an answered contact has taught, and the appointment for the next one. */
export async function noteAnswer(
  context: ConnectionContext,
  id: string,
  { told, answer, tookMs, movedTo }: Answered,
): Promise<void> {
  const { database, now } = context
  const at = now()
  await database.transaction(async (transaction) => {
    const contact = await holdContact(transaction, id)
    // An answer that was held until there is news says nothing about the network.
    const isSlow = told.waitMs === undefined && tookMs > LIMITS.contactSlowMs
    const health = isSlow ? 'slow' : 'up'
    await updateContact(transaction, id, { health, failures: 0, unknownAnswers: 0, lastContactAt: at })
    await hearPeer(transaction, id, contact, answer, at).catch(ignoreUnheard)
    const paid = contact.health === 'down' ? tryToPayForChange(contact, at) : undefined
    const restored = paid && (await tryChange(transaction, id, at, RESTORED))
    if (restored) await updateContact(transaction, id, { changesPaidUntil: paid })
    await makeAppointment(transaction, context, id, { told, tookMs, isStale: contact.pauses !== told.pauses })
    await followAddress(transaction, { id, contact, movedTo, at })
    await hearAddress(context, transaction, { id, contact, address: answer.address, at })
  })
}

/** What is not heard now is told again by the next answer, since it is a state. */
function ignoreUnheard(error: unknown): void {
  if (!isRefusal(error) || !UNHEARD.has(error.code)) throw error
}
const UNHEARD: ReadonlySet<string> = new Set(['malformed', 'too_many_requests'])

interface Told {
  readonly told: ContactRequest
  readonly tookMs: number
  /** Paused or resumed while this contact was on its way: its news has its own contact waiting. */
  readonly isStale: boolean
}

/** A side that cannot be called listens all the time; but not without a pause where the other side does not hold its answers. */
async function makeAppointment(
  transaction: Db,
  { now, contactEveryMs, pollOnly }: ConnectionContext,
  id: string,
  { told, tookMs, isStale }: Told,
): Promise<void> {
  const at = now()
  if (told.waitMs !== undefined) {
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
