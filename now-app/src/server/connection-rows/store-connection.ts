import type { ConnectionDetail } from '@accord/shared/schemas'
import { storeLog } from './store-log.ts'
import { storeSnapshot } from './store-snapshot.ts'

/** Stores both and returns the revision that stands now. */
export function storeConnection({ connection, log }: ConnectionDetail): number {
  const { sysId, revision } = storeSnapshot(connection)
  storeLog(sysId, log)
  return revision
}
