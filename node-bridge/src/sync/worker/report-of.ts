import { ERROR_CODES, isErrorCode } from '@accord/shared/protocol'

import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { StoredPair } from '../../store/sync/sync-pairs.ts'
import type { PairReport } from '../../trackers/tracker.ts'
import { itemOf } from '../items/item.ts'
import { reportedPairOf } from './reported-pair.ts'

/** A pair for the people of our tracker; undefined where its connection is no more. */
export function reportOf(
  connection: ConnectionRecord | undefined,
  stored: StoredPair,
  epoch: number,
): PairReport | undefined {
  if (!connection || stored.recordId === null) return undefined
  const { pair } = itemOf(stored, epoch)
  const { fault } = stored
  return {
    pair: reportedPairOf(connection, stored),
    connectionId: stored.connectionId,
    table: stored.table,
    recordId: stored.recordId,
    remoteKey: pair.remote?.key ?? '',
    remoteUrl: pair.remote?.url ?? '',
    state: fault === null ? pair.state : 'quarantined',
    cause: fault !== null && isErrorCode(fault) ? ERROR_CODES[fault].title : '',
    lastInAt: stored.lastInAt,
    lastOutAt: stored.lastOutAt,
  }
}
