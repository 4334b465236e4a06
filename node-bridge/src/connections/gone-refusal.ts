import { Refusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'

/** What the other side learns of a connection that has ended here: why, where it was an approval that was not given. */
export function goneRefusal(record: Pick<ConnectionRecord, 'state' | 'reason'> | undefined): Refusal {
  const facts = record && { facts: { state: record.state } }
  const code = record?.reason?.code
  return code === 'approval_rejected' || code === 'approval_expired'
    ? new Refusal(code, undefined, facts)
    : new Refusal('connection_gone', undefined, facts)
}
