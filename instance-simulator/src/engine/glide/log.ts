import { notify } from './host.ts'
import { currentScope } from './transaction.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** A row of the system log, under the scope of the script that runs. */
export function writeLog(level: LogLevel, message: string, source = currentScope()): void {
  notify('log.write', { level, message, source })
}

/** `gs.info('{0} of {1}', a, b)` */
export function fillPlaceholders(text: unknown, parts: readonly unknown[]): string {
  const values = parts.length === 1 && Array.isArray(parts[0]) ? (parts[0] as unknown[]) : parts
  return String(text).replace(/\{(\d)\}/g, (whole, index: string) =>
    values[Number(index)] === undefined ? whole : String(values[Number(index)]),
  )
}
