import { secureRecord } from '../platform/secure-record.ts'

/** So many changed rows are named; of more it is only said that there are more. */
const NAMED_ROWS = 200

/**
 * How far a table has been read: the newest second in which a row was written, and how often those rows were, because a
 * second may see several writes and a reader come in the middle of it.
 */
interface Mark {
  readonly at: string
  readonly writes: number
}

export interface TableNews {
  readonly mark: string
  /** Values of the column that was asked for, each once; undefined: more than can be named. */
  readonly changed: string[] | undefined
}

interface Written {
  readonly at: string
  readonly writes: number
  readonly value: string
}

/** The values of a column in the rows that were written since a mark, and the mark that stands now. */
export function readNews(table: string, column: string, since: string | undefined): TableNews {
  const before = since === undefined ? undefined : markOf(since)
  const written = rowsSince(table, column, before)
  const now = newestOf(written)
  if (!now) return { mark: since ?? '', changed: [] }
  const mark = `${now.at}*${now.writes}`
  if (!before) return { mark, changed: [] }
  const isSeen = now.at === before.at && now.writes === before.writes
  if (isSeen) return { mark, changed: [] }
  if (written.length > NAMED_ROWS) return { mark, changed: undefined }
  return { mark, changed: [...new Set(written.map(({ value }) => value))] }
}

function markOf(text: string): Mark {
  const [at = '', writes = ''] = text.split('*')
  return { at, writes: Number(writes) || 0 }
}

function rowsSince(table: string, column: string, since: Mark | undefined): readonly Written[] {
  const rows = secureRecord(table)
  if (since?.at) rows.addQuery('sys_updated_on', '>=', since.at)
  rows.orderByDesc('sys_updated_on')
  rows.setLimit(NAMED_ROWS + 1)
  rows.query()
  const written: Written[] = []
  while (rows.next()) {
    const writes = 1 + Number(rows.getValue('sys_mod_count'))
    written.push({ at: rows.getValue('sys_updated_on') || '', writes, value: rows.getValue(column) || '' })
  }
  return written
}

function newestOf(written: readonly Written[]): Mark | undefined {
  const at = written[0]?.at
  if (at === undefined) return undefined
  const writes = written.filter((row) => row.at === at).reduce((sum, row) => sum + row.writes, 0)
  return { at, writes }
}
