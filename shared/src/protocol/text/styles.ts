import { inTable } from './in-table.js'

type Points = readonly number[]

const TEXT_STYLE = 0xfe0e
const EMOJI_STYLE = 0xfe0f
const KEYCAP = 0x20e3
const BLACK_FLAG = 0x1f3f4
const TAG_END = 0xe007f
/** England, Scotland, Wales: the only flags that are spelt by tags. */
const TAGGED_FLAGS = ['gbeng', 'gbsct', 'gbwls']
const TAGS_AT_MOST = 6

/** Invisible in itself and part of what stands before it: the style of an emoji, a variant of a Han or Mongolian letter, a flag's tags. */
export const isStyleInPlace = (points: Points, at: number): boolean =>
  isEmojiStyle(points, at) || isHanVariant(points, at) || isMongolian(points, at) || isTagOfFlag(points, at)

function isEmojiStyle(points: Points, at: number): boolean {
  if (points[at] !== EMOJI_STYLE && points[at] !== TEXT_STYLE) return false
  return inTable('emoji', points[at - 1]) || (isKeycapBase(points[at - 1]) && points[at + 1] === KEYCAP)
}

const isKeycapBase = (point = 0): boolean => (point >= 0x30 && point <= 0x39) || point === 0x23 || point === 0x2a

function isHanVariant(points: Points, at: number): boolean {
  const point = points[at] ?? 0
  const isVariant = (point >= 0xfe00 && point <= 0xfe02) || (point >= 0xe0100 && point <= 0xe01ef)
  return isVariant && inTable('han', points[at - 1])
}

/** Free variation selectors and the vowel separator, of which ordinary Mongolian words have need. */
function isMongolian(points: Points, at: number): boolean {
  const point = points[at] ?? 0
  const isSelector = (point >= 0x180b && point <= 0x180d) || point === 0x180f
  if (point === 0x180e) return isMongolianLetter(points[at - 1]) && isMongolianLetter(points[at + 1])
  return isSelector && isMongolianLetter(points[at - 1])
}

const isMongolianLetter = (point = 0): boolean => point >= 0x1820 && point <= 0x18aa

function isTagOfFlag(points: Points, at: number): boolean {
  if (!isTag(points[at])) return false
  let start = at
  while (isTag(points[start - 1]) && at - start < TAGS_AT_MOST) start--
  if (points[start - 1] !== BLACK_FLAG) return false
  let spelt = ''
  let end = start
  while (isTag(points[end]) && points[end] !== TAG_END && spelt.length < TAGS_AT_MOST)
    spelt += String.fromCharCode((points[end++] ?? 0) & 0x7f)
  return points[end] === TAG_END && !isTag(points[end + 1]) && TAGGED_FLAGS.includes(spelt)
}

const isTag = (point = 0): boolean => point >= 0xe0020 && point <= TAG_END
