import type { OverviewConnection } from '@accord/shared/schemas'

type Hours = Pick<OverviewConnection, 'sent' | 'received'>

const sumOf = (hours: readonly number[]): number => hours.reduce((sum, count) => sum + count, 0)

/** What a plot says in numbers. `most`: of either in one hour, which is as high as the plot. */
export const totalsOf = ({ sent, received }: Hours) => ({
  sent: sumOf(sent),
  received: sumOf(received),
  most: Math.max(...sent, ...received),
})

const HOUR_MS = 3_600_000

export interface ShownHour extends Record<'sent' | 'received' | 'waited', number> {
  readonly at: string
}

/** The rows of the table, the newest hour first. */
export const hoursOf = (
  { sent, received, waited }: Pick<OverviewConnection, 'sent' | 'received' | 'waited'>,
  since: string,
): readonly ShownHour[] =>
  sent
    .map((count, at) => ({
      at: new Date(Date.parse(since) + at * HOUR_MS).toISOString(),
      sent: count,
      received: received[at] ?? 0,
      waited: waited[at] ?? 0,
    }))
    .toReversed()
