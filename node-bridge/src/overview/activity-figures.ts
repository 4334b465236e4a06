import type { OverviewConnection } from '@accord/shared/schemas'
import { OVERVIEW_HOURS } from '@accord/shared/sync'

import type { Activity, ActivityKind } from '../store/sync/sync-activity.ts'
import { percentile } from './latency.ts'

const HOUR_MS = 3_600_000

/** When the first of the hours began that are shown; the last one is not over yet. */
export const firstHourOf = (now: Date): number => {
  const ms = now.getTime()
  return ms - (ms % HOUR_MS) - (OVERVIEW_HOURS - 1) * HOUR_MS
}

export type ActivityFigures = Pick<OverviewConnection, 'sent' | 'received' | 'waited' | 'p50Ms' | 'p95Ms'>

/** Of one connection, from its rows since `firstMs`. Arithmetic alone. */
export function figuresOf(rows: readonly Activity[], firstMs: number): ActivityFigures {
  const buckets = rows.filter(({ kind, upToMs }) => kind === 'sent' && upToMs > 0)
  return {
    sent: eachHour(rows, 'sent', firstMs),
    received: eachHour(rows, 'received', firstMs),
    waited: eachHour(rows, 'held', firstMs),
    p50Ms: percentile(buckets, 0.5) ?? null,
    p95Ms: percentile(buckets, 0.95) ?? null,
  }
}

/** A clock that goes ahead may have counted in an hour that has not begun here: that is left for when it has. */
function eachHour(rows: readonly Activity[], wanted: ActivityKind, firstMs: number): number[] {
  const hours = Array.from({ length: OVERVIEW_HOURS }, () => 0)
  for (const { kind, hourMs, count } of rows) {
    const at = (hourMs - firstMs) / HOUR_MS
    if (kind === wanted && hours[at] !== undefined) hours[at] += count
  }
  return hours
}
