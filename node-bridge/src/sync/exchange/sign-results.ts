import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { signerOf } from '../items/parties.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { createResult } from '../messages/result.ts'
import type { ReceivedResult } from '../pairs/apply-result.ts'

/** To be said at once. */
export interface NewResult {
  readonly pair: string
  readonly result: ReceivedResult
}

export const signResults = (
  context: SyncContext,
  connection: ConnectionRecord,
  results: readonly NewResult[],
): Promise<string[]> => {
  const parties = signerOf(context, connection)
  return Promise.all(results.map((result) => createResult({ ...parties, ...result })))
}
