import { addressKey, createRateLimiter, type Rate } from '../limits/rate-limit.ts'
import { Refusal } from '../refusals/refusal.ts'

export interface SignInLimits {
  /** Each throws `sign_in_throttled` with the seconds to wait. Every attempt counts, also one that would succeed. */
  takeForAddress(address: string): void
  /** `device`: of a browser that this account has used before; undefined for a stranger. */
  takeForAccount(account: string, device: string | undefined): void
}

const PER_ADDRESS: Rate = { burst: 20, perSecond: 0.2 }
const PER_ACCOUNT: Rate = { burst: 10, perSecond: 0.1 }

/** Counted in this process; several replicas let through as many times more. */
export function createSignInLimits(now: () => Date): SignInLimits {
  const addresses = createRateLimiter(PER_ADDRESS)
  const accounts = createRateLimiter(PER_ACCOUNT)
  return {
    takeForAddress: (address) => require(addresses.take(addressKey(address), now().getTime())),
    takeForAccount: (account, device) => require(accounts.take(`${device ?? 'stranger'} ${account}`, now().getTime())),
  }
}

function require(waitS: number | undefined): void {
  if (waitS !== undefined) throw new Refusal('sign_in_throttled', undefined, { retryAfterS: waitS, facts: { waitS } })
}
