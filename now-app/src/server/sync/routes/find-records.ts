import { INSTANCE_SYNC_LIMITS as LIMITS } from '@accord/shared/protocol'
import { Refusal } from '../../http/refusal.ts'
import { syncCall } from '../call/sync-call.ts'
import { list, longText, map, NAME, name, nonce, object, optional } from '../call/read-input.ts'
import { findingOf } from '../finding.ts'
import { findRecords as find } from '../read/find-records.ts'
import type { Find } from '../read/find-records.ts'

const VALUE = longText(1000)
const BODY = object({
  nonce,
  finds: list(object({ table: name, where: optional(map(NAME, VALUE)), display: optional(VALUE) }), LIMITS.finds),
})

/** What rules look up: records by exact values, at most two of each, which is one too many. */
export const findRecords = syncCall(BODY, ({ finds }) => {
  finds.forEach(requireQuestion)
  return { finds: finds.map((each) => findingOf(() => find(each))) }
})

function requireQuestion({ where, display }: Find): void {
  const isWhere = where !== undefined && Object.keys(where).length > 0
  if (isWhere === (display !== undefined)) throw new Refusal('malformed', 'A look-up names fields, or a display value.')
}
