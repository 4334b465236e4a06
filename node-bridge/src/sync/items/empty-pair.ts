import { orderedId } from '../../identifiers/ordered-id.ts'
import type { StoredPair } from '../../store/sync/sync-pairs.ts'
import type { SyncPair } from '../pairs/sync-pair.ts'
import { statusOf } from './status-of.ts'

interface Beginning extends Pick<StoredPair, 'connectionId' | 'pairId' | 'table'> {
  readonly pair: SyncPair
}

/** A pair of which nothing is kept yet. */
export const emptyPair = ({ pair, ...names }: Beginning, createdAt: Date): StoredPair => ({
  ...names,
  id: orderedId(),
  recordId: null,
  version: 1,
  state: pair.state,
  fault: null,
  pair,
  outboundSealed: null,
  inboundSealed: null,
  dueAt: null,
  failures: 0,
  sendAt: null,
  localKey: null,
  localUrl: null,
  remoteKey: null,
  status: statusOf(pair),
  lastOutAt: null,
  lastInAt: null,
  faultSealed: null,
  isReportDue: false,
  isToCompare: false,
  createdAt,
  changedAt: createdAt,
})
