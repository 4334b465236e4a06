import type { Vault } from '../../vault/vault.ts'
import type { StoredPair } from '../../store/sync/sync-pairs.ts'
import type { SyncPair } from '../pairs/sync-pair.ts'

/** What helps a person with a fault: what the script or the tracker has said, and where. It may quote the record, so it is kept sealed. */
export interface FaultDetail {
  readonly message: string
  /** The script that is at fault. */
  readonly script?: 'outgoing' | 'incoming'
  readonly line?: number
  readonly column?: number
}

/** Of each direction of a pair that waits for a person. */
export interface FaultDetails {
  readonly outgoing?: FaultDetail
  readonly incoming?: FaultDetail
}

const contextOf = (id: string) => `sync-fault:${id}`

export const faultDetailsOf = (vault: Vault, { id, faultSealed }: StoredPair): FaultDetails =>
  faultSealed === null ? {} : (JSON.parse(vault.open(faultSealed, contextOf(id))) as FaultDetails)

/** What is kept once a pair is written: new details, and those of faults that still stand. */
export function sealDetails(vault: Vault, stored: StoredPair, pair: SyncPair, fresh: FaultDetails): string | null {
  const isOutgoing = pair.fault !== null
  const isIncoming = pair.inbound?.phase === 'quarantined'
  if (!isOutgoing && !isIncoming) return null
  const { outgoing, incoming } = { ...faultDetailsOf(vault, stored), ...fresh }
  const kept: FaultDetails = {
    ...(isOutgoing && outgoing && { outgoing }),
    ...(isIncoming && incoming && { incoming }),
  }
  return vault.seal(JSON.stringify(kept), contextOf(stored.id))
}
