const two = (value: number): string => String(value).padStart(2, '0')

export interface TimeLeft {
  readonly days: number
  /** `23:59:59` */
  readonly time: string
}

/** Days, hours, minutes and seconds of `leftMs`; null when nothing is left. */
export function timeLeft(leftMs: number): TimeLeft | null {
  if (leftMs <= 0) return null
  const seconds = Math.floor(leftMs / 1_000)
  const time = [Math.floor(seconds / 3_600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
  return { days: Math.floor(seconds / 86_400), time }
}
