import { TEXT_TABLES } from './text-tables.js'

type TableName = keyof typeof TEXT_TABLES

/** First and last code point of each range, one after the other, in order. */
const read: Partial<Record<TableName, readonly number[]>> = {}

export function inTable(name: TableName, point: number | undefined): boolean {
  if (point === undefined) return false
  const ranges = (read[name] ??= readTable(TEXT_TABLES[name]))
  let low = 0
  let high = ranges.length / 2 - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (point < (ranges[middle * 2] ?? 0)) high = middle - 1
    else if (point > (ranges[middle * 2 + 1] ?? 0)) low = middle + 1
    else return true
  }
  return false
}

function readTable(written: string): number[] {
  const ranges: number[] = []
  let end = 0
  for (const range of written.split(' ')) {
    const [distance = '', more = '0'] = range.split('+')
    const start = end + parseInt(distance, 36)
    end = start + parseInt(more, 36)
    ranges.push(start, end)
  }
  return ranges
}
