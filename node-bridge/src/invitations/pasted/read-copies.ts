import { LIMITS } from '@accord/shared/protocol'

/** 64 bytes of an Ed25519 signature in base64url: where a code ends, whatever stands behind it. */
export const SIGNATURE_CHARACTERS = 86
/** At most so many copies of one text are read; more than that is no accident. */
const MAX_COPIES = 8
const CLOSING_BRACE = 0x7d
/** How far behind an end is looked for what may belong to the code. */
const SIGHT = 600
/** Parameters of a gateway's link are shorter; what is left of a code is not, in spite of wrapped lines. */
const LETTERS_OF_A_CODE = /[\w-]{36}/u

/**
 * How a copy ends. `whole`: with its full signature. `followed`: further letters stand directly behind that. `changed`: at
 * a letter that no code holds, with the rest of the code behind it. `early`: anywhere else. `oversized`: never.
 */
export type CopyEnd = 'whole' | 'followed' | 'changed' | 'early' | 'oversized'

/** One place where a code stands in a text, without gaps and with single dots. */
export interface Copy {
  readonly body: string
  readonly parts: readonly string[]
  readonly end: CopyEnd
  /** Of the last part: short pieces of nothing but letters behind a gap, which read like the words of a sentence. */
  readonly words: string
  /** Where it ends early: nothing that reads like a code stands behind it. */
  readonly isCutOff: boolean
}

/** `copies` from the beginning of the text, at most eight. `versions`: those of other prefixes that stand in it. */
export interface CopiesOfText {
  readonly copies: readonly Copy[]
  readonly versions: readonly number[]
}

const PREFIX = /a[ \n]?c[ \n]?c[ \n]?o[ \n]?r[ \n]?d[ \n]?(\d{1,3})[ \n]?_/giu

/** Reads every code out of a text whose gaps are normalised. */
export function readCopies(text: string): CopiesOfText {
  const places = Array.from(text.matchAll(PREFIX), ({ index, 0: prefix, 1: version }) => ({
    index,
    start: index + prefix.length,
    version: Number(version),
  }))
  const ours = places.filter(({ version }) => version === 1).slice(0, MAX_COPIES)
  return {
    copies: ours.map(({ start }) => readCopy(text.slice(start, places.find(({ index }) => index >= start)?.index))),
    versions: places.filter(({ version }) => version !== 1).map(({ version }) => version),
  }
}

interface Reading {
  readonly parts: string[]
  /** Lengths of the last part at which gaps stood. */
  readonly gaps: number[]
  size: number
  /** Where in the text the reading stopped. */
  at: number
}

/** `text`: what follows the prefix, up to the next one. */
export function readCopy(text: string): Copy {
  const reading = readParts(text)
  giveBackForeignEnd(reading, text)
  const { parts, gaps, size, at } = reading
  const rest = text.slice(at)
  const words = wordsAtEnd(parts.at(-1) ?? '', gaps)
  const isSentence = gaps.some((gap) => gap > (parts.at(-1) ?? '').length - words.length)
  const end = size > LIMITS.codeBytes ? 'oversized' : endOf(rest, parts, isSentence)
  const isCutOff = end === 'early' && !LETTERS_OF_A_CODE.test(rest.slice(0, SIGHT))
  return { body: parts.join('.'), parts, end, words, isCutOff }
}

function readParts(text: string): Reading {
  const piece = /([\w-]+)|(\.(?:[ \n]?\.)*)|[ \n]/uy
  const reading: Reading = { parts: [''], gaps: [], size: 'accord1_'.length, at: 0 }
  while (reading.size <= LIMITS.codeBytes && (reading.parts[2]?.length ?? 0) < SIGNATURE_CHARACTERS) {
    piece.lastIndex = reading.at
    const [all = '', letters, dots] = piece.exec(text) ?? []
    if (all === '' || (dots && reading.parts.length === 3)) break
    reading.at += take(reading, letters, dots)
  }
  return reading
}

/** How many characters of the text were taken. */
function take(reading: Reading, letters?: string, dots?: string): number {
  const { parts, gaps } = reading
  const last = parts.length - 1
  if (letters !== undefined) {
    const room = last === 2 ? SIGNATURE_CHARACTERS - (parts[2] ?? '').length : letters.length
    const taken = letters.slice(0, room)
    parts[last] += taken
    reading.size += taken.length
    return taken.length
  }
  if (dots !== undefined) {
    parts.push('')
    gaps.length = 0
    reading.size += 1
    return dots.length
  }
  gaps.push((parts[last] ?? '').length)
  return 1
}

/** 86 letters hold four bits more than 64 bytes, which are zero: no signature ends with another letter. */
const LAST_LETTER = /[AQgw]$/u

/** By which a link is closed, or by which chats make a text italic. */
const CLOSING_MARKS = /^_{1,3}$/u

/**
 * Where letters are missing at the end, those of what stands behind fill the signature up: words behind a gap, or closing
 * underscores. What can not be the code's own is given back, and the code ends before it.
 */
function giveBackForeignEnd(reading: Reading, text: string): void {
  const { parts, gaps } = reading
  const signature = parts[2] ?? ''
  if (signature.length < SIGNATURE_CHARACTERS) return
  const [behind = ''] = /^[\w-]*/u.exec(text.slice(reading.at)) ?? []
  const isOver = behind === '' || CLOSING_MARKS.test(behind)
  if (isOver && LAST_LETTER.test(signature)) return
  const words = isOver ? wordsAtEnd(signature, gaps) : wordsAtEnd(signature + behind, gaps).slice(0, -behind.length)
  const marks = isOver ? (/_{1,3}$/u.exec(signature)?.[0] ?? '') : ''
  const foreign = Math.max(words.length, marks.length)
  const kept = SIGNATURE_CHARACTERS - foreign
  parts[2] = signature.slice(0, kept)
  reading.at -= foreign + gaps.filter((gap) => gap > kept).length
  reading.size -= foreign
}

/** Letters of a code, but not the underscores by which chats make a text italic. */
const FOLLOWER = /^(?!_{1,3}(?![\w-]))(?:\.?[\w-]|[+/=])/u

/** `isSentence`: several words stand before the end, which are none of the code's. */
function endOf(rest: string, parts: readonly string[], isSentence: boolean): CopyEnd {
  const signature = parts[2] ?? ''
  if (signature.length === SIGNATURE_CHARACTERS) return FOLLOWER.test(rest) ? 'followed' : 'whole'
  if (rest === '') return 'early'
  return goesOn(rest, parts, isSentence) ? 'changed' : 'early'
}

/** Does the rest of a code stand behind the letter that stopped the reading? */
function goesOn(rest: string, parts: readonly string[], isSentence: boolean): boolean {
  if (parts.length < 3) {
    const near = rest.slice(0, 2 * LIMITS.codeBytes)
    const dot = Array.from(near.matchAll(/\.(?:[ \n]?\.)*/gu)).slice(0, 3 - parts.length)[2 - parts.length]
    if (dot === undefined || !/^\.(?:[ \n]?\.)*[ \n]?(?:[\w-][ \n]?){86}/u.test(near.slice(dot.index))) return false
    return mayEndPayload(near.slice(0, dot.index))
  }
  if (isSentence) return false
  const missing = SIGNATURE_CHARACTERS - (parts[2] ?? '').length
  const [, behind = ''] = /^[^\w. \n;&-]((?:[\w-][ \n]?)+)/u.exec(rest.slice(0, 200)) ?? []
  const letters = behind.replaceAll(/[ \n]/gu, '').length
  return letters > 0 && (letters === missing - 1 || letters === missing)
}

/**
 * A payload is an object and ends with its brace; a dot that an unwrapping made up stands anywhere. Where a letter was changed nobody
 * knows how many letters stand before it, so that each of the three ways to read the last ones is tried.
 */
function mayEndPayload(text: string): boolean {
  const last = text.replaceAll(/[^\w-]/gu, '').slice(-8)
  return (
    last.length < 8 || [0, 1, 2].some((from) => Buffer.from(last.slice(from), 'base64url').at(-1) === CLOSING_BRACE)
  )
}

/** Capitals at the beginning of words only: chance puts them anywhere. */
const readsLikeWords = (piece: string): boolean =>
  piece.length <= 15 &&
  piece.split('-').every((word) => /^(?:[A-Z]?[a-z]*|(?:[A-Z]?[a-z]{2,})+|[A-Z]{2,4})$/u.test(word))

/** Letters of a code are wrapped at long lines, so short pieces of letters are words. */
function wordsAtEnd(part: string, gaps: readonly number[]): string {
  let from = part.length
  for (const gap of gaps.toReversed()) {
    if (!readsLikeWords(part.slice(gap, from))) break
    from = gap
  }
  return part.slice(from)
}
