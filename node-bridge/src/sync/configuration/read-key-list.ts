import { SYNC_LIMITS, unmarkedCell } from '@accord/shared/sync'

import { Refusal } from '../../refusals/refusal.ts'

/** `local` is empty where the record here is to be found by its correlation. */
export interface KeyLine {
  readonly line: number
  readonly local: string
  readonly remote: string
}

const CELL = /[^\S\t]*(?:"((?:[^"]|"")*)"|([^",;\t]*))[^\S\t]*(?:[,;\t]|$)/y

function cellsOf(text: string): readonly string[] | undefined {
  const cells: string[] = []
  CELL.lastIndex = 0
  while (CELL.lastIndex < text.length) {
    const found = CELL.exec(text)
    if (!found) return undefined
    cells.push(unmarkedCell((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim()))
  }
  return cells
}

/** A list of both keys as spreadsheets write it: with commas, semicolons or tabs. Throws `malformed`, naming the line. */
export function readKeyList(csv: string): readonly KeyLine[] {
  const lines = csv
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\n|\r/u)
    .map((text, at) => ({ cells: cellsOf(text), isEmpty: text.trim() === '', line: at + 1 }))
    .filter(({ isEmpty }) => !isEmpty)
  const columns = columnsOf(lines[0]?.cells)
  const rows = (columns ? lines.slice(1) : lines).map(({ cells, line }) => {
    const local = cells?.[columns?.local ?? 0] ?? ''
    const remote = cells?.[columns?.remote ?? 1] ?? ''
    const hasMore = !columns && cells?.slice(2).some((more) => more !== '')
    const isTooLong = [local, remote].some(({ length }) => length > SYNC_LIMITS.keyChars)
    if (!cells || remote === '' || hasMore || isTooLong)
      throw new Refusal('malformed', `Line ${line} is no pair of two keys: write one as INC0010001,ACC-7.`)
    return { line, local, remote }
  })
  if (rows.length === 0) throw new Refusal('malformed', 'The list names no records.')
  if (rows.length > SYNC_LIMITS.connectedRows)
    throw new Refusal(
      'malformed',
      `The list has ${rows.length} lines; send at most ${SYNC_LIMITS.connectedRows} at once.`,
    )
  return rows
}

/** Where the keys stand, if a first line says so: in a list of keys, or in what an instance exports of its table of pairs. */
function columnsOf(head: readonly string[] = []): { readonly local: number; readonly remote: number } | undefined {
  const at = (names: readonly string[]) => head.findIndex((cell) => names.includes(cell.toLowerCase()))
  const columns = { local: at(['local', 'local_key']), remote: at(['remote', 'remote_key']) }
  return columns.local >= 0 && columns.remote >= 0 ? columns : undefined
}
