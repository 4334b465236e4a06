import { atSource, LIMITS } from '@accord/shared/protocol'
import type { ConnectionDetail } from '@accord/shared/schemas'
import type { z } from 'zod'

import { Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import type { Db } from '../../store/engine/tables.ts'
import { type Change, changeConnection } from '../../connections/change-connection.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { readDetail } from '../../connections/connection-snapshot.ts'
import { remoteName } from '../../connections/remote-details.ts'
import { enqueue } from '../../jobs/job-table.ts'

type Detail = z.infer<typeof ConnectionDetail>
interface Decision {
  readonly change: (record: ConnectionRecord) => Change
  /** States that the same decision has led to before: repeating it changes nothing. */
  readonly wasTaken: (record: ConnectionRecord) => boolean
  /** Until when the other side has to make its first signed call. */
  readonly confirmBy?: Date
  /** Where nobody can call this node: how the other side learns of it. */
  readonly carryOut: (transaction: Db, at: Date) => Promise<void>
}

/**
 * At the source: who redeemed may have the connection. It becomes active by the other side's next signed call, which it
 * repeats until then. Throws `state_conflict` when there is nothing to decide.
 */
export function approveConnection(context: ConnectionContext, connectionId: string, actor: string): Promise<Detail> {
  const confirmBy = new Date(context.now().getTime() + LIMITS.confirmByMs)
  return decide(context, connectionId, {
    wasTaken: ({ state }) => state === 'pending' || state === 'active',
    confirmBy,
    carryOut: (transaction, at) => enqueue(transaction, 'confirmGrant', { connectionId }, at),
    change: ({ remote }) => ({
      ...atSource('awaiting_approval', 'approve'),
      event: 'approved',
      detail: `${remoteName(remote)} may have the connection; its first signed call is outstanding.`,
      actor,
      set: { reason: null, confirmBy },
    }),
  })
}

/** At the source: the connection ends here, and the other side learns it at its next call. Throws `state_conflict`. */
export const rejectConnection = (context: ConnectionContext, connectionId: string, actor: string): Promise<Detail> =>
  decide(context, connectionId, {
    wasTaken: ({ reason }) => reason?.code === 'approval_rejected',
    carryOut: (transaction, at) => enqueue(transaction, 'tellRefusal', { connectionId, since: at.getTime() }, at),
    change: ({ remote }) => ({
      ...atSource('awaiting_approval', 'reject'),
      event: 'rejected',
      detail: `${remoteName(remote)} may not have the connection. It learns that when it asks next.`,
      actor,
      set: { reason: { code: 'approval_rejected', detail: 'The connection was rejected here.' } },
    }),
  })

async function decide(context: ConnectionContext, connectionId: string, decision: Decision): Promise<Detail> {
  const { database, identity, now } = context
  const before = await findConnection(database.db, connectionId)
  if (!before) throw new Refusal('connection_unknown')
  if (before.side === 'source' && decision.wasTaken(before))
    return readDetail(database.db, connectionId, identity.fingerprint)
  if (before.side !== 'source' || before.state !== 'awaiting_approval')
    throw new Refusal('state_conflict', 'There is nothing to approve at this side.', { facts: { state: before.state } })
  const change = decision.change(before)
  await database.transaction(async (transaction) => {
    if (decision.confirmBy) await enqueue(transaction, 'abandonConnection', { connectionId }, decision.confirmBy)
    if (context.pollOnly) await decision.carryOut(transaction, now())
    return changeConnection(transaction, connectionId, now(), change)
  })
  return readDetail(database.db, connectionId, identity.fingerprint)
}
