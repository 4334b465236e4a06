/** Lines around a change. */
const AROUND = 3
/** Of lines that were, times lines that are: beyond it nobody reads a comparison line by line. */
const MOST_COMPARED = 4_000_000

type Mark = ' ' | '-' | '+'
interface Line {
  readonly mark: Mark
  readonly text: string
}

/** How many lines go and come. */
export const countChanges = (lines: readonly string[]) => ({
  removed: lines.filter((line) => line.startsWith('-')).length,
  added: lines.filter((line) => line.startsWith('+')).length,
})

/** What makes one text of the other, as `diff -u` shows it without its head; no line where they are equal. */
export function diffLines(before: string, after: string): readonly string[] {
  const marked = compare(linesOf(before), linesOf(after))
  const isShown = marked.map((_, at) => marked.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(isChange))
  const shown: string[] = []
  let [old, now] = [0, 0]
  marked.forEach(({ mark, text }, at) => {
    if (mark !== '+') old++
    if (mark !== '-') now++
    if (!isShown[at]) return
    if (!isShown[at - 1]) shown.push(`@@ line ${mark === '-' ? old : now} @@`)
    shown.push(mark + text)
  })
  return shown
}

const isChange = ({ mark }: Line): boolean => mark !== ' '
const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/u, '').split('\n'))
const marks = (mark: Mark, lines: readonly string[]): readonly Line[] => lines.map((text) => ({ mark, text }))

function compare(before: readonly string[], after: readonly string[]): readonly Line[] {
  const shortest = Math.min(before.length, after.length)
  let head = 0
  while (head < shortest && before[head] === after[head]) head++
  let tail = 0
  while (tail < shortest - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  const [old, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  const middle =
    old.length * now.length > MOST_COMPARED ? [...marks('-', old), ...marks('+', now)] : longestCommon(old, now)
  return [...marks(' ', before.slice(0, head)), ...middle, ...marks(' ', before.slice(before.length - tail))]
}

/** By the longest common subsequence. */
function longestCommon(old: readonly string[], now: readonly string[]): readonly Line[] {
  const width = now.length + 1
  const lengths = new Uint32Array((old.length + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = now.length - 1; column >= 0; column--)
      lengths[row * width + column] =
        old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  const lines: Line[] = []
  let [row, column] = [0, 0]
  while (row < old.length && column < now.length) {
    if (old[row] === now[column]) {
      lines.push({ mark: ' ', text: old[row++] ?? '' })
      column++
    } else if (at(row + 1, column) >= at(row, column + 1)) lines.push({ mark: '-', text: old[row++] ?? '' })
    else lines.push({ mark: '+', text: now[column++] ?? '' })
  }
  return [...lines, ...marks('-', old.slice(row)), ...marks('+', now.slice(column))]
}
