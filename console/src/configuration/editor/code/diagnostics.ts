import type { Diagnostic } from '@codemirror/lint'
import type { Text } from '@codemirror/state'
import type { Mark } from './code-editor.ts'

/** Marks as the editor knows them. The text may have become shorter since they were found. */
export const diagnosticsOf = (doc: Text, marks: readonly Mark[]): Diagnostic[] =>
  marks.flatMap(({ line, column, endLine, endColumn, message }) => {
    if (line === null) return []
    const from = offsetAt(doc, line, column ?? 1)
    const end = endLine === null ? endOfWord(doc, from) : offsetAt(doc, endLine, endColumn ?? 1)
    return [{ from, to: Math.max(from, end), severity: 'error' as const, message }]
  })

function offsetAt(doc: Text, line: number, column: number): number {
  const { from, to } = doc.line(Math.min(line, doc.lines))
  return Math.min(from + column - 1, to)
}

function endOfWord(doc: Text, from: number): number {
  const line = doc.lineAt(from)
  const word = /^[\p{L}\p{N}_$]+|^./u.exec(line.text.slice(from - line.from))
  return from + (word?.[0].length ?? 0)
}
