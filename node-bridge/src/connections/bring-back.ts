import { stateAfter, statesWith } from '@accord/shared/protocol'

import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { holdContact, updateContact } from '../store/connections/contacts.ts'
import type { Db } from '../store/engine/tables.ts'
import { type Change, changeConnection } from './change-connection.ts'
import { repeatPauses } from './peer-pauses.ts'
import { enqueue } from '../jobs/job-table.ts'

/**
 * Writes down that a connection works by fresh keys. A lost one is active again, but for the pauses that hold on; contact
 * compares them soon. Answers how it stands then.
 */
export async function bringBack(
  transaction: Db,
  record: ConnectionRecord,
  now: Date,
  change: Omit<Change, 'transition' | 'onlyIn'>,
): Promise<ConnectionRecord> {
  const { pauses, acknowledged } = await holdContact(transaction, record.id)
  const changed = await changeConnection(transaction, record.id, now, { ...change, ...stepFrom(record) })
  await updateContact(transaction, record.id, { failures: 0, unknownAnswers: 0 })
  await enqueue(transaction, 'contact', { connectionId: record.id }, now)
  return record.state === 'peer_lost' ? repeatPauses(transaction, changed, { pauses, acknowledged }, now) : changed
}

/** A connection that works keeps its state; a lost one comes back. */
const stepFrom = (record: ConnectionRecord): Pick<Change, 'transition' | 'onlyIn'> =>
  stateAfter(record, 'rekey') === undefined ? { onlyIn: statesWith('contacted') } : { transition: 'rekey' }
