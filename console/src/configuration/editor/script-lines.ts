/** Where a line begins, counted from 1; the end of the text for a line that it does not have. */
export function offsetOfLine(text: string, line: number): number {
  let offset = 0
  for (let at = 1; at < line; at++) {
    const end = text.indexOf('\n', offset)
    if (end < 0) return text.length
    offset = end + 1
  }
  return offset
}
