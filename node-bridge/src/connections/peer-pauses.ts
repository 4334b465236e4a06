import { atEither, acknowledgePauses, isPausing, LIMITS } from '@accord/shared/protocol'
import type { ContactRequest } from '@accord/shared/schemas'

import { Refusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { findConnection } from '../store/connections/connections.ts'
import { type ContactRecord, updateContact } from '../store/connections/contacts.ts'
import type { Db } from '../store/engine/tables.ts'
import { type Change, changeConnection, isAllowed, REMOTE_ACTOR } from './change-connection.ts'
import { payForChange } from './pay-for-change.ts'

/**
 * What the peer says of its pauses, and of what it acknowledges of ours, PROTOCOL.md §6.5. A number that is not higher than
 * the one we know changes nothing, so late and doubled messages do no harm. The caller holds the contact's row, whose
 * state is `contact`. Throws, before anything is written, `malformed`
 * for a count that no restore explains, and `too_many_requests` for more changes than a peer may bring about.
 */
export async function receivePauses(
  transaction: Db,
  connectionId: string,
  contact: ContactRecord,
  sent: Pick<ContactRequest, 'pauses' | 'acknowledged'>,
  now: Date,
): Promise<void> {
  requireBelievable(contact, sent)
  const { pauses, acknowledged } = acknowledgePauses(contact, sent)
  const record = await findConnection(transaction, connectionId)
  const change = record && [FOUND, ...shiftOf(contact, acknowledged)].find((each) => isAllowed(record, each))
  const changesPaidUntil = change && payForChange(contact, now)
  if (acknowledged !== contact.acknowledged || pauses !== contact.pauses || changesPaidUntil)
    await updateContact(transaction, connectionId, {
      acknowledged,
      pauses,
      ...(changesPaidUntil ? { changesPaidUntil } : {}),
    })
  if (!record || !change) return
  const changed = await changeConnection(transaction, record, now, change)
  if (change === FOUND) await repeatPauses(transaction, changed, { pauses, acknowledged }, now)
}

const shiftOf = (contact: ContactRecord, acknowledged: number): Change[] =>
  acknowledged === contact.acknowledged ? [] : [isPausing(acknowledged) ? PEER_PAUSED : PEER_RESUMED]

/** Our own count follows a restored backup, not a peer that makes numbers up; and never so far that it cannot be sent. */
function requireBelievable({ pauses }: ContactRecord, { acknowledged }: Pick<ContactRequest, 'acknowledged'>): void {
  const most = Math.min(pauses + LIMITS.pausesAhead, LIMITS.pausesMax - LIMITS.pausesAhead)
  if (acknowledged > pauses && acknowledged > most)
    throw new Refusal(
      'malformed',
      'It says that it knows of more pauses of this side than a restored backup explains.',
      {
        facts: { where: 'body', fields: [{ field: 'acknowledged', message: `More than ${most}` }] },
      },
    )
}

/** A lost connection is found as `active`; what each side has paused holds on. Answers how it stands then. */
export async function repeatPauses(
  transaction: Db,
  found: ConnectionRecord,
  { pauses, acknowledged }: Pick<ContactRecord, 'pauses' | 'acknowledged'>,
  now: Date,
): Promise<ConnectionRecord> {
  const paused = isPausing(pauses) ? await changeConnection(transaction, found, now, STILL_PAUSED) : found
  return isPausing(acknowledged) ? changeConnection(transaction, paused, now, PEER_PAUSED) : paused
}

const byPeer = (change: Omit<Change, 'actor'>): Change => ({ ...change, actor: REMOTE_ACTOR })

const FOUND = byPeer({
  ...atEither('peer_lost', 'peerFound'),
  event: 'peerFound',
  detail: 'The other side knows the connection after all.',
  set: { reason: null },
})
const STILL_PAUSED = byPeer({ transition: 'deactivate', event: 'deactivated', detail: 'This side still pauses it.' })
const PEER_PAUSED = byPeer({
  transition: 'peerDeactivated',
  event: 'peerDeactivated',
  detail: 'The other side has deactivated the connection; only it can activate it again.',
})
const PEER_RESUMED = byPeer({
  transition: 'peerActivated',
  event: 'peerActivated',
  detail: 'The other side has activated the connection again.',
})
