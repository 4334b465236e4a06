import { INSTANCE_SYNC_LIMITS as LIMITS } from '@accord/shared/protocol'
import { timeNow } from '../../platform/glide-time.ts'
import { syncCall } from '../call/sync-call.ts'
import { isoTime, list, name, nonce, object, optional, sysId, wholeNumber } from '../call/read-input.ts'
import { findingOf } from '../finding.ts'
import { recordReader } from '../read/read-record.ts'

const BODY = object({
  nonce,
  records: list(
    object({ table: name, id: sysId, entriesSince: optional(isoTime), entriesSkip: optional(wholeNumber) }),
    LIMITS.records,
  ),
})

/** Records as they are now, each as far as sync access allows. */
export const readRecords = syncCall(BODY, ({ records }) => {
  const read = recordReader()
  const answered = records.map((named) => ({
    table: named.table,
    id: named.id,
    ...findingOf(() => ({ record: read(named) })),
  }))
  return { records: answered, time: timeNow() }
})
