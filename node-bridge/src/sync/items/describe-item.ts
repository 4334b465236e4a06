import type { ItemFault, SyncItem } from '@accord/shared/schemas'
import type { QuarantineClass } from '@accord/shared/sync'

import type { Vault } from '../../vault/vault.ts'
import { type FaultDetail, faultDetailsOf } from './fault-detail.ts'
import type { Item } from './item.ts'
import { statusOf } from './status-of.ts'
import type { Fault } from '../pairs/sync-pair.ts'

/** A sync pair as its own side sees it. */
export const describeItem = (vault: Vault, item: Item): SyncItem => {
  const { stored, pair } = item
  return {
    id: stored.id,
    connectionId: stored.connectionId,
    table: stored.table,
    state: pair.state,
    status: statusOf(pair),
    local: { key: stored.localKey, url: stored.localUrl },
    remote: { key: pair.remote?.key ?? null, url: pair.remote?.url ?? null },
    lastOutAt: stored.lastOutAt?.toISOString() ?? null,
    lastInAt: stored.lastInAt?.toISOString() ?? null,
    faults: faultsOf(vault, item),
    createdAt: stored.createdAt.toISOString(),
    changedAt: stored.changedAt.toISOString(),
  }
}

function faultsOf(vault: Vault, { stored, pair }: Item): ItemFault[] {
  const details = faultDetailsOf(vault, stored)
  const { fault, inbound, outbound } = pair
  const isHeldThere = outbound?.phase === 'held'
  return [
    ...(fault ? [here('outgoing', fault, details.outgoing)] : []),
    ...(inbound?.phase === 'quarantined' ? [here('incoming', inbound.fault, details.incoming)] : []),
    ...(isHeldThere ? [there(outbound.class)] : []),
  ]
}

const here = (direction: 'outgoing' | 'incoming', { code, paths = [] }: Fault, detail?: FaultDetail): ItemFault => ({
  side: 'here',
  direction,
  code,
  paths: [...paths],
  message: detail?.message ?? null,
  script: detail?.script ?? null,
  line: detail?.line ?? null,
  column: detail?.column ?? null,
})

/** All that the other side tells of its own fault is whose turn it is. */
const there = (why: QuarantineClass): ItemFault => ({
  side: 'there',
  direction: 'outgoing',
  code: why,
  paths: [],
  message: null,
  script: null,
  line: null,
  column: null,
})
