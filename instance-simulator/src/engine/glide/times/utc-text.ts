import { readByPattern } from './zones.ts'

/** Instants as the database holds them: UTC `yyyy-MM-dd HH:mm:ss`. */
const pad = (value: number, width = 2) => String(value).padStart(width, '0')
/** What `GlideDateTime` reads, in the order in which it tries: what is no month in one of them may be a day in the next. */
const PATTERNS = [
  'yyyy-MM-dd HH:mm:ss', 'MM/dd/yyyy HH:mm:ss', 'MM-dd-yyyy HH:mm:ss', 'MM-dd-yyyy HH:mm', 'MM-dd-yyyy', 'MM/dd/yyyy',
  'dd-MM-yyyy HH:mm:ss', 'dd-MM-yyyy HH.mm.ss', 'dd-MM-yyyy HH.mm', 'dd-MM-yy HH.mm.ss', 'dd/MM/yyyy', 'dd-MM-yyyy',
  'yyyy-MM-dd HH:mm', 'yyyy-MM-dd', 'dd.MM.yyyy HH:mm:ss', 'dd.MM.yyyy HH.mm.ss', 'dd.MM.yyyy hh:mm:ss a',
  'dd.MM.yyyy hh.mm.ss a', 'dd.MM.yyyy',
] // prettier-ignore

export function formatUtc(ms: number): string {
  const at = new Date(ms)
  const day = `${pad(at.getUTCFullYear(), 4)}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())}`
  return `${day} ${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}:${pad(at.getUTCSeconds())}`
}

export function parseUtc(text: string): number | undefined {
  for (const pattern of PATTERNS) {
    const ms = readByPattern(text, pattern)
    if (ms !== undefined) return ms
  }
  return undefined
}
