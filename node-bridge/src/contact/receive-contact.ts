import { atEither, hasTrait, acknowledgePauses } from '@accord/shared/protocol'
import type { ContactRequest, ContactResponse } from '@accord/shared/schemas'

import { thumbprintOf } from '../keys/key-pair.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { findSharedConnection } from '../store/connections/connections.ts'
import { holdContact, readContact } from '../store/connections/contacts.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { promoteKey } from '../peer-calls/publish-keys.ts'
import { waitForNews } from './await-news.ts'
import { REMOTE_ACTOR, tryChange } from '../connections/change-connection.ts'
import { receivePauses } from '../connections/peer-pauses.ts'
import { receiveAddress, ownAddress } from './peer-address.ts'
import { publicJwkOf } from '../peer-calls/sealed-keys.ts'
import { findUnacknowledgedKey } from './unacknowledged-key.ts'

/** The peer calls, PROTOCOL.md §6.5: takes what it pauses, answers what we do. Throws `connection_gone`, `state_conflict`. */
export async function receiveContact(
  context: ConnectionContext,
  sharedId: string,
  sent: ContactRequest,
): Promise<ContactResponse> {
  const { database, now } = context
  const record = await requireContacted(context, sharedId)
  const at = now()
  const known = await database.transaction(async (transaction) => {
    const contact = await holdContact(transaction, record.id, at)
    await receivePauses(transaction, record.id, contact, sent, at)
    await receiveAddress(context, transaction, { id: record.id, contact, address: sent.address, at })
    return acknowledgePauses(contact, sent)
  })
  await noteTakenKey(context, record, sent.key)
  if (sent.waitMs) {
    await waitForNews(context, record, sent.acknowledged, sent.waitMs)
    await requireContacted(context, sharedId)
  }
  const { pauses, acknowledged } = sent.waitMs ? await readContact(database.db, record.id) : known
  const unacknowledged = record.remote.pollOnly ? await findUnacknowledgedKey(database.db, record.id) : undefined
  return {
    connectionId: sharedId,
    pauses,
    acknowledged,
    ...(unacknowledged ? { chain: unacknowledged.chain } : {}),
    ...ownAddress(context),
  }
}

/** A private peer cannot be sent a new key, so it reads the chain in our answer and says here which key it takes. */
async function noteTakenKey(context: ConnectionContext, record: ConnectionRecord, keyThumbprint: string | undefined) {
  if (keyThumbprint === undefined) return
  const newest = (await findUnacknowledgedKey(context.database.db, record.id))?.newest
  if (newest && thumbprintOf(publicJwkOf(newest.x)) === keyThumbprint) await promoteKey(context, record, newest)
}

async function requireContacted(context: ConnectionContext, sharedId: string): Promise<ConnectionRecord> {
  const record = await findSharedConnection(context.database.db, sharedId)
  if (!record) throw new Refusal('connection_unknown')
  if (record.state === 'terminating') await noteEndReceived(context, record)
  if (hasTrait(record.state, 'gone')) throw new Refusal('connection_gone')
  if (hasTrait(record.state, 'contacted') || isWatched(record)) return record
  throw new Refusal('state_conflict', undefined, { facts: { state: record.state } })
}

/** A private source that has not decided yet asks whether we still want the connection. */
const isWatched = ({ side, state, remote }: ConnectionRecord): boolean =>
  side === 'destination' && state === 'awaiting_approval' && remote.pollOnly === true

/** A private peer cannot be called about a deleted connection: it learns it here, and asks again if the answer is lost. */
async function noteEndReceived({ database, now }: ConnectionContext, { id, remote }: ConnectionRecord) {
  if (!remote.pollOnly) return
  await database.transaction((transaction) =>
    tryChange(transaction, id, now(), {
      ...atEither('terminating', 'terminateAcknowledged'),
      event: 'terminated',
      detail: 'The other side asked for news and was answered that the connection has ended.',
      actor: REMOTE_ACTOR,
      set: { reason: null },
    }),
  )
}
