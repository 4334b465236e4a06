import { cutText, escapeHidden, type LogEvent } from '@accord/shared/protocol'

import { recordAudit } from '../audit/record-audit.ts'
import { orderedId } from '../identifiers/ordered-id.ts'
import { enqueue } from '../jobs/job-table.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { appendHandshakeEvent } from '../store/connections/handshake-events.ts'
import type { Db } from '../store/engine/tables.ts'

export interface LogLine {
  /** Name of the entry in the handshake log. */
  readonly event: LogEvent
  /** A sentence for a person. */
  readonly detail: string
  readonly actor: string
}

/** The entry of both logs, and the callback by which the instance learns of it. */
export async function recordChange(transaction: Db, record: ConnectionRecord, at: Date, line: LogLine): Promise<void> {
  // One entry is one line: whatever a peer has put into a sentence, it does not begin another.
  const detail = cutText(escapeHidden(line.detail), 1000)
  await appendHandshakeEvent(transaction, {
    id: orderedId(),
    connectionId: record.id,
    revision: record.revision,
    at,
    event: line.event,
    detail,
    actor: line.actor,
  })
  await recordAudit(transaction, {
    at,
    actor: line.actor,
    action: `connection.${line.event}`,
    subject: record.id,
    details: {
      name: record.name,
      side: record.side,
      state: record.state,
      revision: record.revision,
      remote: record.remote.instanceUid,
      detail,
    },
  })
  await enqueue(
    transaction,
    'callback',
    { connectionId: record.id },
    PASSING.has(line.event) ? new Date(at.getTime() + PASSING_MS) : at,
  )
}

/** Steps that another follows by itself, most often at once: the instance learns of both in one callback. */
const PASSING: ReadonlySet<LogEvent> = new Set<LogEvent>(['accepted', 'acceptedAgain', 'granted', 'redeemed'])
/** How long a callback waits for the step that follows. */
const PASSING_MS = 1000
