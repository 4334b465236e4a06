import { SYNC_LIMITS } from '@accord/shared/sync'

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
    cells.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim())
  }
  return cells
}

/** A list of both keys as spreadsheets write it: with commas, semicolons or tabs. Throws `malformed`, naming the line. */
export function readKeyList(csv: string): readonly KeyLine[] {
  const lines = csv
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\n|\r/u)
    .map((text, at) => ({ text, line: at + 1 }))
    .filter(({ text }) => text.trim() !== '')
  const rows = lines.map(({ text, line }) => {
    const cells = cellsOf(text)
    const [local = '', remote = ''] = cells ?? []
    const isTooLong = [local, remote].some(({ length }) => length > SYNC_LIMITS.keyChars)
    if (!cells || remote === '' || cells.slice(2).some((more) => more !== '') || isTooLong)
      throw new Refusal('malformed', `Line ${line} is no pair of two keys: write one as INC0010001,ACC-7.`)
    return { line, local, remote }
  })
  const [first, ...others] = rows
  const hasHeader = first?.local.toLowerCase() === 'local' && first.remote.toLowerCase() === 'remote'
  const keys = hasHeader ? others : rows
  if (keys.length === 0) throw new Refusal('malformed', 'The list names no records.')
  if (keys.length > SYNC_LIMITS.connectedRows)
    throw new Refusal(
      'malformed',
      `The list has ${keys.length} lines; send at most ${SYNC_LIMITS.connectedRows} at once.`,
    )
  return keys
}
