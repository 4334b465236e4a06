import { readerLocale } from './relative-time.ts'

/** To the millisecond, in the reader's own time zone, which it names; without the date where that stands above it. */
export const exactTime = (at: string, language: string, parts: 'all' | 'time'): string =>
  new Intl.DateTimeFormat(readerLocale(language), {
    ...(parts === 'all' && { year: 'numeric', month: 'short', day: 'numeric', timeZoneName: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  }).format(new Date(at))

const SECOND = 1000
const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 86_400_000

/** A duration by the unit in which a person says it: "843 ms", "2.4 s", "3 min". */
export function shownDuration(ms: number, language: string): string {
  const [unit, of] =
    ms < SECOND
      ? (['millisecond', 1] as const)
      : ms < MINUTE
        ? (['second', SECOND] as const)
        : ms < HOUR
          ? (['minute', MINUTE] as const)
          : ms < 2 * DAY
            ? (['hour', HOUR] as const)
            : (['day', DAY] as const)
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: of === 1 ? 0 : 1,
  }).format(ms / of)
}
