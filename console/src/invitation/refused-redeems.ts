import type { RefusedRedeem } from '@accord/shared/schemas'

export type Advice = 'second' | 'peer' | 'foreign' | 'version' | 'ended'

/** What this side's admin does about a redeem that was refused. */
export function adviceOn({ code, isPeer }: Pick<RefusedRedeem, 'code' | 'isPeer'>): Advice {
  if (code === 'already_redeemed') return isPeer ? 'peer' : 'second'
  if (code === 'wrong_recipient' || code === 'wrong_recipient_key') return 'foreign'
  return code === 'no_common_version' ? 'version' : 'ended'
}
