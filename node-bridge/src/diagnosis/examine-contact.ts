import { ERROR_CODES, hasTrait, isPausing, LIMITS } from '@accord/shared/protocol'
import { ContactResponse, type DiagnosisResult } from '@accord/shared/schemas'

import type { ConnectionContext } from '../connections/connection-context.ts'
import { findGrantedPeer } from '../connections/granted-peer.ts'
import { noteAnswer } from '../contact/contact-answered.ts'
import { callPeer } from '../peer-calls/signed-call.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { findConnection } from '../store/connections/connections.ts'
import { readContact } from '../store/connections/contacts.ts'
import { examine, ok, type Outcome, skipped, warning } from './examine.ts'

/** A private side that works polls at least this often. */
const SILENCE_MS = 10 * 60_000

/** The signed call and what the other side says of itself in its answer. */
export async function examineContact(context: ConnectionContext, record: ConnectionRecord): Promise<DiagnosisResult[]> {
  if (record.peerConnectionId !== null) return examineOtherEnd(context, record, record.peerConnectionId)
  if (!hasTrait(record.state, 'contacted') || !findGrantedPeer(record)) {
    const nothing = skipped(`In the state ${record.state} there is nothing to sign yet, or no longer.`)
    return [await examine('contact', async () => nothing), await examine('peer', async () => nothing)]
  }
  if (record.remote.pollOnly) return examinePrivate(context, record)
  let peer = skipped('The signed call was not answered.')
  const contact = await examine('contact', async () => {
    const { outcome, pauses } = await callSigned(context, record)
    peer = outcomeOfPeer(pauses)
    return outcome
  })
  return [contact, await examine('peer', async () => peer)]
}

/** A success is recorded like a regular contact. A failure is not counted: the regular contacts do that. */
async function callSigned(context: ConnectionContext, record: ConnectionRecord) {
  const { pauses, acknowledged } = await readContact(context.database.db, record.id)
  const sent = { pauses, acknowledged }
  const startedAt = performance.now()
  const answer = await callPeer(context, record, 'contactConnection', sent, ContactResponse)
  const tookMs = performance.now() - startedAt
  await noteAnswer(context, record.id, { sent, answer, tookMs })
  const slow = ERROR_CODES.timed_out
  const outcome =
    tookMs <= LIMITS.contactSlowMs
      ? ok('A call that our key of this connection signed was taken, and the answer is signed too.')
      : warning('The signed call was taken, but slowly.', slow.remedy, slow.responsible)
  return { outcome, pauses: answer.pauses }
}

const outcomeOfPeer = (pauses: number): Outcome =>
  isPausing(pauses)
    ? warning(
        'The other side pauses the connection; what changes here waits.',
        'Only the admin of the other side can end its pause.',
        'destination-admin',
      )
    : ok('The other side does not pause the connection.')

/** A private side cannot be called: the time of its last call is examined instead. */
async function examinePrivate({ now }: ConnectionContext, record: ConnectionRecord): Promise<DiagnosisResult[]> {
  const last = record.lastContactAt
  const silentMs = last === null ? Infinity : now().getTime() - last.getTime()
  const { remedy, responsible } = ERROR_CODES.unreachable
  const outcome =
    silentMs <= SILENCE_MS
      ? ok(`The other side, which cannot be called, asked for news at ${last?.toISOString()}.`)
      : warning('The other side, which cannot be called, has not asked for news for ten minutes.', remedy, responsible)
  const paused = record.state === 'deactivated_by_peer' || record.state === 'deactivated_by_both'
  return [
    await examine('contact', async () => outcome),
    await examine('peer', async () => outcomeOfPeer(paused ? 1 : 0)),
  ]
}

async function examineOtherEnd(
  { database }: ConnectionContext,
  { state }: ConnectionRecord,
  peerConnectionId: string,
): Promise<DiagnosisResult[]> {
  const otherEnd = await findConnection(database.db, peerConnectionId)
  const both = skipped('Both ends are on this node: no call has to be signed.')
  const peer = ok(`This end is ${state}, the other end is ${otherEnd?.state ?? 'gone'}.`)
  return [await examine('contact', async () => both), await examine('peer', async () => peer)]
}
