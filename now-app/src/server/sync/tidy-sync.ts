import { forgetOldNonces } from './call/take-nonce.ts'
import { forgetOldNotices } from './notices/notices.ts'
import { forgetOldPlans } from './plans/plan-rows.ts'
import { wakePartitions } from './plans/wake-partitions.ts'
import { isCheckDue, startChecking } from './user/check-rights.ts'

/** Scheduled: what sync does not need any more goes, and plans and checks that a dead job has left behind are taken up. */
export function tidySync(): void {
  forgetOldNonces()
  forgetOldNotices()
  forgetOldPlans()
  wakePartitions()
  if (isCheckDue()) startChecking()
}
