import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff'

/** Lines around a change. */
const AROUND = 3
/** Of changed lines; beyond it nobody reads a comparison line by line. */
const MOST_COMPARED = 4000

/** How many lines go and come. */
export const countChanges = (lines: readonly string[]) => ({
  removed: lines.filter((line) => line.startsWith('-')).length,
  added: lines.filter((line) => line.startsWith('+')).length,
})

/** What makes one text of the other, as `diff -u` shows it without its head; no line where they are equal. */
export function diffLines(before: string, after: string): readonly string[] {
  const options = { context: AROUND, maxEditLength: MOST_COMPARED }
  const patch = structuredPatch('', '', before, after, undefined, undefined, options)
  if (!patch) return [...marked('-', before), ...marked('+', after)]
  return patch.hunks.length === 0 ? [] : linesOf(formatPatch(patch, OMIT_HEADERS))
}

const marked = (mark: string, text: string): readonly string[] => linesOf(text).map((line) => mark + line)
const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/u, '').split('\n'))
