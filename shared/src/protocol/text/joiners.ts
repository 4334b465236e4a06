import { inTable } from './in-table.js'

export const NON_JOINER = 0x200c
export const JOINER = 0x200d

type Points = readonly number[]

/**
 * May the joiner at `at` stand there? Only where it changes what one sees: between letters that would join (RFC 5892 A.1,
 * UAX #31 A1), at a virama (UAX #31 A2 and B), and between the pictures of one emoji (UTS #51).
 */
export function isJoinerInPlace(points: Points, at: number): boolean {
  if (points[at] === NON_JOINER) return partsJoiningLetters(points, at) || partsConjunct(points, at)
  return isAtVirama(points, at) || joinsPictures(points, at)
}

/** Persian می‌خواهم: a letter that would join the next one, which would join it. */
function partsJoiningLetters(points: Points, at: number): boolean {
  const before = points[passMarks(points, at, -1)]
  const after = points[passMarks(points, at, 1)]
  return inTable('joinsNext', before) && inTable('joinsPrevious', after)
}

/** Kannada ರಾಜ್‌ಕುಮಾರ್: a virama that is to stay visible before the next letter. */
const partsConjunct = (points: Points, at: number): boolean =>
  followsVirama(points, at) && isViramaLetter(points[passMarks(points, at, 1)])

/** Sinhala ශ්‍රී: a conjunct or a half form is asked for. Bengali র‍্যা: the virama comes after the joiner. */
const isAtVirama = (points: Points, at: number): boolean =>
  followsVirama(points, at) ||
  (isViramaLetter(points[at - 1]) && inTable('viramas', points[at + 1]) && isViramaLetter(points[at + 2]))

function followsVirama(points: Points, at: number): boolean {
  let before = at - 1
  while (inTable('marks', points[before]) && !inTable('viramas', points[before])) before--
  return inTable('viramas', points[before]) && isViramaLetter(points[passMarks(points, before, -1)])
}

const isViramaLetter = (point: number | undefined): boolean =>
  inTable('viramaLetters', point) && !inTable('marks', point)

/** Where the next code point stands that is no combining mark. */
function passMarks(points: Points, from: number, step: 1 | -1): number {
  let at = from + step
  while (inTable('marks', points[at])) at += step
  return at
}

const EMOJI_STYLE = 0xfe0f

/** 👩‍👩‍👧: a picture, perhaps with its style or the colour of its skin, and another picture. */
function joinsPictures(points: Points, at: number): boolean {
  let before = at - 1
  if (points[before] === EMOJI_STYLE || isSkinColour(points[before])) before--
  return isPicture(points[before]) && isPicture(points[at + 1])
}

/** Neither the typographic signs before the arrows, nor the letters of flags. */
const isPicture = (point = 0): boolean =>
  point >= 0x2194 && (point < 0x1f1e6 || point > 0x1f1ff) && !isSkinColour(point) && inTable('emoji', point)

const isSkinColour = (point: number | undefined): boolean => point !== undefined && point >= 0x1f3fb && point <= 0x1f3ff
