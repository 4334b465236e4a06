import { pauseAfter, TRUSTED_MS } from '../../console/src/host/poll-pauses.ts'

const HOUR_MS = 3_600_000

/** Transactions that a page causes in an hour in which nothing changes, by the rules that it follows: polls, and looks at the session. */
export function transactionsPerHour(isWaiting: boolean): number {
  let transactions = 0
  for (let at = 0, quiet = 0; at < HOUR_MS; quiet += 1) {
    const pause = pauseAfter({ isWaiting, quiet })
    transactions += pause > TRUSTED_MS ? 2 : 1
    at += pause
  }
  return transactions
}
