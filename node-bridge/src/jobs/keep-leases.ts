import { type BackgroundLoop, startBackgroundLoop } from '../background/background-loop.ts'
import type { SeenLease } from '../store/jobs/serial-queue-leases.ts'
import { createLeaseWatch } from './lease-watch.ts'

interface KeptLeases {
  readonly leaseMs: number
  /** Renews what this worker holds. */
  readonly renew: () => Promise<void>
  /** Every lease that is held, by whichever worker. */
  readonly list: () => Promise<readonly SeenLease[]>
  /** Gives back what a dead worker held; false where it was renewed or ended meanwhile. */
  readonly giveBack: (dead: SeenLease) => Promise<boolean>
  readonly onReturned: () => void
  readonly onFailure: (error: unknown) => void
}

/**
 * Says again and again that this worker lives, and gives back what a dead one held: a lease that nobody renews
 * (docs/decisions/0018). Each heartbeat begins a fixed time after the one before has ended: a slow database must not make
 * them follow at once.
 */
export function keepLeases({ leaseMs, renew, list, giveBack, onReturned, onFailure }: KeptLeases): BackgroundLoop {
  const findDead = createLeaseWatch()
  return startBackgroundLoop({
    firstAfterMs: leaseMs / 3,
    turn: async () => {
      await renew()
      for (const dead of findDead(await list())) if (await giveBack(dead)) onReturned()
      return leaseMs / 3
    },
    onFailure: (error) => {
      onFailure(error)
      return leaseMs / 3
    },
  })
}
