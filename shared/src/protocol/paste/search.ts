import { normaliseGaps } from './gaps.js'
import { emDashes, enDashes, lookAlikes, lostUnderscore } from './unwrap-characters.js'
import { backslashes, richText, stringEscapes } from './unwrap-escapes.js'
import { entities, tags } from './unwrap-html.js'
import { framedLines, lineNumbers, quotedByInitials, quoteMarks } from './unwrap-lines.js'
import { base64, percentEncoding, secondUrlDefense, thirdUrlDefense } from './unwrap-links.js'
import { joinedLineEnds, quotedPrintable, softLineEnds } from './unwrap-quoted-printable.js'
import type { Unwrapping } from './unwrapping.js'

/** In the order in which they are tried; those that are met most often come first, and the one that guesses most comes last. */
export const UNWRAPPINGS: readonly Unwrapping[] = [
  richText,
  softLineEnds,
  quoteMarks,
  quotedByInitials,
  entities,
  tags,
  lookAlikes,
  quotedPrintable,
  percentEncoding,
  backslashes,
  stringEscapes,
  framedLines,
  secondUrlDefense,
  thirdUrlDefense,
  joinedLineEnds,
  enDashes,
  emDashes,
  lostUnderscore,
  lineNumbers,
  base64,
]

/** Bounds of one search: texts that are made, and their characters together. A hostile text reaches the second. */
export const SEARCH_BOUNDS = { texts: 400, characters: 600_000 } as const

export interface PasteSearch {
  /** The next text that the pasted one may have been, fewest unwrappings first; undefined when there is no other. */
  next(): string | undefined
  /** Whether what all unwrappings one after the other make of it has been handed out: what else the text holds shows there. */
  isUnwrapped(): boolean
}

/**
 * The texts that lie behind a pasted one: it, what all unwrappings one after the other make of it, and then what each
 * other order makes of it. The caller checks each, by a signature where there is one and by its shape elsewhere, and
 * stops when one fits.
 */
export function searchPaste(pasted: string): PasteSearch {
  const seen: Record<string, true> = {}
  const waiting: string[] = []
  let characters = 0
  let taken = 0
  let inTurn = 0
  const add = (text: string): void => {
    if (waiting.length >= SEARCH_BOUNDS.texts || characters + text.length > SEARCH_BOUNDS.characters) return
    if (Object.prototype.hasOwnProperty.call(seen, text)) return
    seen[text] = true
    characters += text.length
    waiting.push(text)
  }
  const first = normaliseGaps(pasted)
  add(first)
  return {
    next: () => {
      if (taken === 1) {
        unwrapInTurn(first, add)
        inTurn = waiting.length
      }
      const last = taken === 0 ? undefined : waiting[taken - 1]
      if (last !== undefined) unwrapOnce(last, add)
      taken += 1
      return waiting[taken - 1]
    },
    isUnwrapped: () => taken > 1 && taken >= inTurn,
  }
}

const apply = ({ needs, unwrap }: Unwrapping, text: string): string =>
  needs.test(text) ? normaliseGaps(unwrap(text)) : text

function unwrapOnce(text: string, add: (text: string) => void): void {
  for (const unwrapping of UNWRAPPINGS) {
    const next = apply(unwrapping, text)
    if (next !== text) add(next)
  }
}

const ROUNDS = 4

function unwrapInTurn(first: string, add: (text: string) => void): void {
  let text = first
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = text
    for (const unwrapping of UNWRAPPINGS) {
      const next = apply(unwrapping, text)
      if (next !== text) add(next)
      text = next
    }
    if (text === before) return
  }
}
