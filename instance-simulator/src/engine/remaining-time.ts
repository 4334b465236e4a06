import type { Caller } from '../contracts.ts'
import type { Timing } from '../timing.ts'
import { TransactionCancelled } from './transaction-cancelled.ts'

/** What is left of the caller's transaction, a test's own quota included; null: no limit. Throws where it is over. */
export function remainingMs({ endsAtMs }: Caller, { quotaMs }: Timing): number | null {
  const leftMs = endsAtMs === undefined ? null : endsAtMs - Date.now()
  if (leftMs !== null && leftMs <= 0) throw new TransactionCancelled()
  if (leftMs === null || quotaMs === null) return leftMs ?? quotaMs
  return Math.min(leftMs, quotaMs)
}
