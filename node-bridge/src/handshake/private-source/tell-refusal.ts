import { LIMITS } from '@accord/shared/protocol'

import { DONE, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { isRefusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { goneRefusal } from '../../connections/gone-refusal.ts'
import { settleAcceptance } from './acceptor-calls.ts'
import { refusalToTell } from './collect-acceptance.ts'

/** The other side waits for an approval that was not given, and cannot ask: it is informed, for thirty days at most. */
export async function tellRefusal(context: ConnectionContext, connectionId: string, since: number): Promise<JobResult> {
  const record = await findConnection(context.database.db, connectionId)
  if (record?.state !== 'terminated' || record.invitationId === null) return DONE
  try {
    const pinned = record.remoteIdentityThumbprint ?? undefined
    await settleAcceptance(context, record, record.invitationId, refusalToTell(goneRefusal(record)), pinned)
    return DONE
  } catch (error) {
    if (!isRefusal(error)) throw error
    if (error.code === 'invitation_unknown' || context.now().getTime() > since + LIMITS.terminateGiveUpMs) return DONE
    return { done: false, error: `${error.code}: ${error.message}` }
  }
}
