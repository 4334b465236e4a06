import { statesAfter } from '@accord/shared/protocol'
import type { ConnectionDetail } from '@accord/shared/schemas'
import type { z } from 'zod'

import { Refusal } from '../refusals/refusal.ts'
import { findConnection } from '../store/connections/connections.ts'
import { holdContact, updateContact } from '../store/connections/contacts.ts'
import { type Change, changeConnection } from './change-connection.ts'
import type { ConnectionContext } from './connection-context.ts'
import { readDetail } from './connection-snapshot.ts'
import { enqueue } from '../jobs/job-table.ts'

type Detail = z.infer<typeof ConnectionDetail>
type PauseEvent = 'deactivate' | 'activate'

const LINES: Readonly<Record<PauseEvent, Pick<Change, 'event' | 'detail'>>> = {
  deactivate: {
    event: 'deactivated',
    detail: 'Deactivated by this side: changes of both sides wait until it is activated here again.',
  },
  activate: { event: 'reactivated', detail: 'Activated again by this side; the other side is informed.' },
}

/** PROTOCOL.md §6.5: this side's pause. Throws `connection_unknown`, `state_conflict`. */
export const deactivateConnection = (context: ConnectionContext, id: string, actor: string): Promise<Detail> =>
  changePause(context, id, actor, 'deactivate')

/** Ends this side's pause; the other side's stays. Throws `connection_unknown`, `state_conflict`. */
export const activateConnection = (context: ConnectionContext, id: string, actor: string): Promise<Detail> =>
  changePause(context, id, actor, 'activate')

async function changePause(context: ConnectionContext, id: string, actor: string, event: PauseEvent): Promise<Detail> {
  const { database, identity, now } = context
  try {
    await database.transaction(async (transaction) => {
      const { pauses } = await holdContact(transaction, id)
      await changeConnection(transaction, id, now(), {
        transition: event,
        ...LINES[event],
        actor,
        set: { reason: null },
      })
      await updateContact(transaction, id, { pauses: pauses + 1 })
      await enqueue(transaction, 'contact', { connectionId: id }, now())
    })
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'state_conflict')) throw error
    const record = await findConnection(database.db, id)
    if (!record || !statesAfter(event).includes(record.state)) throw error
  }
  return readDetail(database.db, id, identity.fingerprint)
}
