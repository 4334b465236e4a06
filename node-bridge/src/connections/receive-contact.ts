import { type ConnectionState } from '@accord/shared/protocol'
import type { ContactRequest, ContactResponse } from '@accord/shared/schemas'

import { Refusal } from '../refusal.ts'
import { findSharedConnection } from '../store/connections.ts'
import { holdContact, readContact, updateContact } from '../store/contacts.ts'
import type { ConnectionContext } from './connection-context.ts'
import { CONTACTED_STATES } from './contact-schedule.ts'
import { hearPeer } from './hear-peer.ts'

/** States in which a caller with the connection's key hears that it is over. */
export const GONE_STATES: ReadonlySet<ConnectionState> = new Set<ConnectionState>([
  'abandoned',
  'terminating',
  'terminated',
  'terminated_by_peer',
])

/** The peer calls, PROTOCOL.md §6.5: hears what it pauses, answers what we do. Throws `connection_gone`, `state_conflict`. */
export async function receiveContact(
  { database, changes, now }: ConnectionContext,
  sharedId: string,
  told: ContactRequest,
): Promise<ContactResponse> {
  const record = await findSharedConnection(database.db, sharedId)
  if (!record) throw new Refusal('connection_unknown')
  if (GONE_STATES.has(record.state)) throw new Refusal('connection_gone')
  if (!CONTACTED_STATES.has(record.state))
    throw new Refusal('state_conflict', undefined, { facts: { state: record.state } })
  const at = now()
  const changed = await database.transaction(async (transaction) => {
    const contact = await holdContact(transaction, record.id)
    await updateContact(transaction, record.id, { lastContactAt: at })
    return hearPeer(transaction, record.id, contact, told, at)
  })
  for (const each of changed) changes.announce(each)
  const { pauses, heard } = await readContact(database.db, record.id)
  return { connectionId: sharedId, pauses, heard }
}
