import type { SyncItem } from '@accord/shared/schemas'

/** The first two are what *Connect a list* takes again, here or in a later connection. */
const COLUMNS = [
  'local',
  'remote',
  'local_url',
  'remote_url',
  'table',
  'state',
  'since',
  'last_out',
  'last_in',
] as const

/** A spreadsheet runs a cell that begins so as a formula: another company chose these texts. */
const FORMULA = /^[=+\-@\t\r]/

const cell = (text: string | null): string => {
  const safe = FORMULA.test(text ?? '') ? `'${text}` : (text ?? '')
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Pairs as CSV, one a line, the times in UTC (RFC 4180). */
export const pairsCsv = (items: readonly SyncItem[]): string =>
  [COLUMNS, ...items.map(rowOf)].map((row) => `${row.map(cell).join(',')}\r\n`).join('')

const rowOf = ({ local, remote, table, state, createdAt, lastOutAt, lastInAt }: SyncItem) => [
  local.key,
  remote.key,
  local.url,
  remote.url,
  table,
  state,
  createdAt,
  lastOutAt,
  lastInAt,
]
