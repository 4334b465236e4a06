import { transformSync } from 'amaro'

import type { Failure } from '../failures.ts'
import { LIMITS } from '../limits.ts'

interface Refusal {
  readonly code: string
  readonly message: string
  readonly startLine: number
  readonly startColumn: number
}

/** Blanks out types, so that lines and columns stay. Throws what is no refusal of the source: the parser is then in doubt. */
export function stripTypes(source: string): { code: string } | { failure: Failure } {
  const result = strip(source)
  if ('code' in result) return result
  const { refusal } = result
  const code = refusal.code === 'UnsupportedSyntax' ? 'unsupported_syntax' : 'syntax_error'
  const at = { line: refusal.startLine, column: exactColumn(source, refusal) + 1 }
  return { failure: { code, message: refusal.message.slice(0, LIMITS.messageLength), at } }
}

function strip(source: string): { code: string } | { refusal: Refusal } {
  try {
    return { code: transformSync(source, { mode: 'strip-only' }).code }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { refusal: error }
  }
}

/** The parser counts columns of a terminal, where a tab is four wide. Read again with one character for each, they are exact. */
function exactColumn(source: string, refusal: Refusal): number {
  const narrow = source.replaceAll(/[^\n\r\x20-\x7e]/g, (character) =>
    /[\p{L}\p{N}\p{Cs}]/u.test(character) ? 'x' : ' ',
  )
  if (narrow === source) return refusal.startColumn
  const again = strip(narrow)
  return 'refusal' in again && again.refusal.startLine === refusal.startLine
    ? again.refusal.startColumn
    : refusal.startColumn
}

function isRefusal(error: unknown): error is Refusal {
  const { code, startLine } = (error ?? {}) as Partial<Refusal>
  return typeof startLine === 'number' && (code === 'UnsupportedSyntax' || code === 'InvalidSyntax')
}
