import { hearPauses, isPausing } from '@accord/shared/protocol'
import type { ContactRequest } from '@accord/shared/schemas'

import type { ConnectionRecord } from '../store/connection-record.ts'
import { type ContactRecord, updateContact } from '../store/contacts.ts'
import type { Db } from '../store/tables.ts'
import { type Change, changeConnection, REMOTE_ACTOR, tryChange } from './change-connection.ts'

/**
 * What the peer says of its pauses, and of what it has heard of ours, PROTOCOL.md §6.5. A number that is not higher than
 * the one we know changes nothing, so late and doubled messages do no harm. The caller holds the contact's row, whose
 * state is `contact`. Answers the changes that were made, oldest first.
 */
export async function hearPeer(
  transaction: Db,
  connectionId: string,
  contact: ContactRecord,
  told: Pick<ContactRequest, 'pauses' | 'heard'>,
  now: Date,
): Promise<readonly ConnectionRecord[]> {
  const { pauses, heard } = hearPauses(contact, told)
  if (heard !== contact.heard || pauses !== contact.pauses)
    await updateContact(transaction, connectionId, { heard, pauses })
  const found = await tryChange(transaction, connectionId, now, FOUND)
  if (found) return [found, ...(await repeatPauses(transaction, connectionId, { pauses, heard }, now))]
  if (heard === contact.heard) return []
  const changed = await tryChange(transaction, connectionId, now, isPausing(heard) ? PEER_PAUSED : PEER_RESUMED)
  return changed ? [changed] : []
}

/** A lost connection is found as `active`; what each side has paused holds on. */
export async function repeatPauses(
  transaction: Db,
  connectionId: string,
  { pauses, heard }: Pick<ContactRecord, 'pauses' | 'heard'>,
  now: Date,
): Promise<readonly ConnectionRecord[]> {
  const changed: ConnectionRecord[] = []
  if (isPausing(pauses)) changed.push(await changeConnection(transaction, connectionId, now, STILL_PAUSED))
  if (isPausing(heard)) changed.push(await changeConnection(transaction, connectionId, now, PEER_PAUSED))
  return changed
}

const byPeer = (change: Omit<Change, 'actor'>): Change => ({ ...change, actor: REMOTE_ACTOR })

const FOUND = byPeer({
  transition: 'peerFound',
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
