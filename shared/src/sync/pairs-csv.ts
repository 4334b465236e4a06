/** What the list holds of a pair. */
interface ListedPair {
  readonly local: { readonly key: string | null; readonly url: string | null }
  readonly remote: { readonly key: string | null; readonly url: string | null }
  readonly table: string
  readonly state: string
  readonly createdAt: string
  readonly lastOutAt: string | null
  readonly lastInAt: string | null
}

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
const FORMULA = /^'*[=+\-@\t\r]/
const MARKED_FORMULA = /^'+[=+\-@\t\r]/

const cell = (text: string | null): string => {
  const safe = FORMULA.test(text ?? '') ? `'${text}` : (text ?? '')
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A cell as it was before it was written so that no spreadsheet runs it. */
export const unmarkedCell = (text: string): string => (MARKED_FORMULA.test(text) ? text.slice(1) : text)

/** One line of a list. */
export const csvLine = (cells: readonly (string | null)[]): string => `${cells.map(cell).join(',')}\r\n`

/** The first line of a list of pairs. */
export const PAIRS_HEAD = csvLine(COLUMNS)

/** False where nobody knows the other half yet: such a line would map nothing, and no list could be made of it again. */
export const isMapped = ({ remote }: Pick<ListedPair, 'remote'>): boolean => remote.key !== null

/** Pairs whose other half is known as CSV without the first line, one a line, the times in UTC (RFC 4180). */
export const pairLines = (pairs: readonly ListedPair[]): string =>
  pairs
    .filter(isMapped)
    .map(({ local, remote, table, state, createdAt, lastOutAt, lastInAt }) =>
      csvLine([local.key, remote.key, local.url, remote.url, table, state, createdAt, lastOutAt, lastInAt]),
    )
    .join('')
