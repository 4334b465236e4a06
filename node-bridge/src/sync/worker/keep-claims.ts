import { createLeaseWatch } from '../../jobs/lease-watch.ts'
import { listClaims, renewClaim, returnClaim } from '../../store/sync/sync-claims.ts'
import type { SyncContext } from '../items/sync-context.ts'

/**
 * Says again and again that this worker lives, and gives back what a dead one held: a claim that nobody renews, as a lease of
 * a job (docs/decisions/0018). Answers the function that ends it.
 */
export function keepClaims(
  { database, log, now }: Pick<SyncContext, 'database' | 'log' | 'now'>,
  token: string,
  claimMs: number,
  isHolding: () => boolean,
  onReturned: () => void,
): () => void {
  const findDead = createLeaseWatch()
  let isStopped = false
  const beat = async (): Promise<void> => {
    if (isHolding()) await renewClaim(database.db, token, new Date(now().getTime() + claimMs))
    const leases = (await listClaims(database.db)).map((claim) => ({
      ...claim,
      queue: 'pairs',
      key: claim.token,
      headId: '',
    }))
    for (const dead of findDead(leases)) if (await returnClaim(database.db, dead)) onReturned()
  }
  const live = async (): Promise<void> => {
    await beat().catch((error: unknown) => log.error({ err: error }, 'renewing claims of pairs has failed'))
    if (!isStopped) heart = setTimeout(live, claimMs / 3)
  }
  let heart = setTimeout(live, claimMs / 3)
  return () => {
    isStopped = true
    clearTimeout(heart)
  }
}
