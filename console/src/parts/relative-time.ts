const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
]

/** `differenceMs` as a person says it ("3 minutes ago", "in 2 days"), by the largest unit that fits. */
export function relativeTime(differenceMs: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const size = Math.abs(differenceMs)
  const [unit, unitMs] = UNITS.find(([, ms]) => size >= ms) ?? (['second', 1_000] as const)
  return format.format(Math.trunc(differenceMs / unitMs), unit)
}

/** The reader's own variant of the page's language, so that a date looks as it does elsewhere for this person. */
export const readerLocale = (language: string): string =>
  navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language

/** Date and time in the reader's own time zone, which it names. */
export const absoluteTime = (at: string, language: string): string =>
  new Intl.DateTimeFormat(readerLocale(language), {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(at))
