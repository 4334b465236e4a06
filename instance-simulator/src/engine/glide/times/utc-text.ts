/** Instants as the database holds them: UTC `yyyy-MM-dd HH:mm:ss`. */
const pad = (value: number, width = 2) => String(value).padStart(width, '0')
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2}):(\d{2}))?$/

export function formatUtc(ms: number): string {
  const at = new Date(ms)
  const day = `${pad(at.getUTCFullYear(), 4)}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())}`
  return `${day} ${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}:${pad(at.getUTCSeconds())}`
}

export function parseUtc(text: string): number | undefined {
  const parts = PATTERN.exec(text.trim())
  if (!parts) return undefined
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = parts
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
}
