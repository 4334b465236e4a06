import { INSTANCE_SYNC_LIMITS, isSyncErrorCode } from '@accord/shared/protocol'

import { isRefusal } from '../../refusals/refusal.ts'
import type { ListedRecords, ListRequest } from '../listed-records.ts'
import type { InstanceCalls } from './instance-calls.ts'
import { refusedBy } from './refused-by-instance.ts'

/** Versions of what a condition finds, in the order of their ids. What the instance refuses is said, not thrown. */
export async function listRecords(
  { scan }: Pick<InstanceCalls, 'scan'>,
  { table, query, behind, most }: ListRequest,
): Promise<ListedRecords> {
  try {
    const page = { table, query, most: Math.min(most, INSTANCE_SYNC_LIMITS.scanned), ...(behind && { behind }) }
    const { records } = await scan(page)
    return { kind: 'listed', records: records.map(({ id, version }) => ({ id, version: String(version) })) }
  } catch (error) {
    if (isRefusal(error) && isSyncErrorCode(error.code)) return refusedBy({ code: error.code, detail: error.message })
    throw error
  }
}
