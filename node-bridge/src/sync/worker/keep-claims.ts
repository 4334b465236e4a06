import type { BackgroundLoop } from '../../background/background-loop.ts'
import { keepLeases } from '../../jobs/keep-leases.ts'
import { listClaims, renewClaim, returnClaim } from '../../store/sync/sync-claims.ts'
import type { SyncContext } from '../items/sync-context.ts'

/** A claim is kept and given back as a lease of a job is; `isHolding`: has this worker one? */
export const keepClaims = (
  { database, log, now }: Pick<SyncContext, 'database' | 'log' | 'now'>,
  token: string,
  claimMs: number,
  isHolding: () => boolean,
  onReturned: () => void,
): BackgroundLoop =>
  keepLeases({
    leaseMs: claimMs,
    renew: async () => {
      if (isHolding()) await renewClaim(database, token, new Date(now().getTime() + claimMs))
    },
    list: async () =>
      (await listClaims(database.db)).map((claim) => ({ ...claim, queue: 'pairs', key: claim.token, headId: '' })),
    giveBack: (dead) => returnClaim(database, dead),
    onReturned,
    onFailure: (error) => log.error({ err: error }, 'renewing claims of pairs has failed'),
  })
