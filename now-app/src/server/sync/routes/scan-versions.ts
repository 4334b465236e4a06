import { INSTANCE_SYNC_LIMITS as LIMITS } from '@accord/shared/protocol'
import type { ScanAnswer } from '@accord/shared/schemas'
import { Refusal } from '../../http/refusal.ts'
import { timeNow } from '../../platform/glide-time.ts'
import { syncCall } from '../call/sync-call.ts'
import { isoTime, list, name, nonce, object, optional, sysId, uuid } from '../call/read-input.ts'
import { scanRecords, scanWatch } from '../watches/scan.ts'

const BODY = object({
  nonce,
  watch: optional(uuid),
  since: optional(isoTime),
  after: optional(object({ at: isoTime, id: sysId })),
  table: optional(name),
  ids: optional(list(sysId, LIMITS.scanned)),
})

/** Versions, and nothing else of a record: of what a trigger finds, or of the records that are named. */
export const scanVersions = syncCall(BODY, (body) => ({ ...scan(body), time: timeNow() }))

function scan({ watch, since, after, table, ids }: ReturnType<typeof BODY>): Omit<ScanAnswer, 'time'> {
  if (watch !== undefined && since !== undefined && table === undefined && ids === undefined)
    return scanWatch(watch, since, after)
  if (table !== undefined && ids !== undefined && watch === undefined && since === undefined && after === undefined)
    return scanRecords(table, ids)
  throw new Refusal('malformed', 'A scan names a watch and a time, or a table and ids.')
}
