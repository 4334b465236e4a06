import type { ConnectionDetail } from '@accord/shared/schemas'
import { storeLog } from './store-log.ts'
import { storeSnapshot } from './store-snapshot.ts'

/** Mirrors both and returns the revision that stands now. */
export function mirrorConnection({ connection, log }: ConnectionDetail): number {
  const { sysId, revision } = storeSnapshot(connection)
  storeLog(sysId, log)
  return revision
}
