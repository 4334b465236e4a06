import type { CanaryPair } from '../../store/sync/canary-pairs.ts'
import type { Vault } from '../../vault/vault.ts'
import type { FaultDetail } from '../items/fault-detail.ts'

const contextOf = (id: string) => `canary-pair:${id}`

/** What a script says may hold what stands in a record. */
export const sealCanaryDetail = (vault: Vault, { id }: Pick<CanaryPair, 'id'>, detail: Partial<FaultDetail>): string =>
  vault.seal(JSON.stringify(detail), contextOf(id))

export const openCanaryDetail = (
  vault: Vault,
  { id, detailSealed }: Pick<CanaryPair, 'id' | 'detailSealed'>,
): Partial<FaultDetail> =>
  detailSealed === null ? {} : (JSON.parse(vault.open(detailSealed, contextOf(id))) as Partial<FaultDetail>)
