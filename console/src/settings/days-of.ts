const MAX_DAYS = 3650

/** A whole number of days from what was typed; undefined for anything else. */
export function daysOf(typed: string): number | undefined {
  const text = typed.trim()
  if (!/^\d{1,4}$/.test(text)) return undefined
  const days = Number(text)
  return days <= MAX_DAYS ? days : undefined
}
