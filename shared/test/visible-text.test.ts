import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { cutText, escapeHidden, faultOfText, TEXT_FAULTS } from '../src/protocol/index.ts'
import { ConnectionName, Description, Label, ShortName } from '../src/schemas/index.ts'

const SCHEMAS = [ShortName, ConnectionName, Label, Description]

const HIDING: [string, string, keyof typeof TEXT_FAULTS][] = [
  ['a zero-width space', '\u200b', 'invisible'],
  ['a mark that turns the direction of reading', '\u202e', 'invisible'],
  ['an isolate of direction', '\u2066', 'invisible'],
  ['a mark of direction', '\u200f', 'invisible'],
  ['a soft hyphen', '\u00ad', 'invisible'],
  ['a byte order mark', '\ufeff', 'invisible'],
  ['a line separator', '\u2028', 'invisible'],
  ['a filler of Hangul', '\u3164', 'invisible'],
  ['the blank of Braille', '\u2800', 'invisible'],
  ['a combining grapheme joiner', '\u034f', 'invisible'],
  ['a tag character', '\u{e0041}', 'invisible'],
  ['a style without a picture', '\ufe0f', 'invisible'],
  ['a variant without a Han letter', '\u{e0100}', 'invisible'],
  ['a noncharacter', '\uffff', 'invisible'],
  ['a null', '\u0000', 'control'],
  ['an escape', '\u001b', 'control'],
  ['a bell', '\u0007', 'control'],
  ['a control sequence introducer in one byte', '\u009b', 'control'],
  ['the first half of a character', '\ud83d', 'half_character'],
  ['the second half of a character', '\ude00', 'half_character'],
  ['a joiner between letters of Latin', '\u200d', 'joiner'],
  ['a non-joiner between letters of Latin', '\u200c', 'joiner'],
]

describe.each(HIDING)('%s', (_what, character, fault) => {
  test('cannot stand in anything that an admin reads before trusting, and is refused by name', () => {
    for (const schema of SCHEMAS) {
      const parsed = schema.safeParse(`Acme${character}Globex`)
      expect(parsed.error?.issues.map(({ message }) => message)).toEqual([TEXT_FAULTS[fault]])
      expect(schema.safeParse('Acme Globex').success).toBe(true)
    }
  })
})

const WORDS: [string, string][] = [
  ['Persian: I want', 'می\u200cخواهم'],
  ['Persian: books', 'کتاب\u200cها'],
  ['Persian: student', 'دانش\u200cآموز'],
  ['Persian, with a vowel mark before the joiner', 'کتابِ\u200cها'],
  ['Hindi: Sharma and Sons', 'शर्मा एंड संस'],
  ['Hindi, a half form', 'क्\u200dष'],
  ['Hindi, a visible virama', 'क्\u200cष'],
  ['Marathi: an eyelash ra', 'दर्\u200dया'],
  ['Kannada: Rajkumar', 'ರಾಜ್\u200cಕುಮಾರ್'],
  ['Malayalam: he, with the older chillu', 'അവന്\u200d'],
  ['Bengali: RAB', 'র\u200d্যাব'],
  ['Sinhala: Sri Lanka', 'ශ්\u200dරී ලංකාව'],
  ['Sinhala: Buddha, touching letters', 'බුද්\u200dධ'],
  ['Mongolian: a vowel separator', '\u182c\u180e\u1820'],
  ['Japanese: Katsushika with its own variant', '葛\u{e0100}飾区'],
  ['a family', '👨\u200d👩\u200d👧\u200d👦'],
  ['a heart between two', '👩\u200d❤\ufe0f\u200d👨'],
  ['two of different skin', '🧑🏻\u200d🤝\u200d🧑🏿'],
  ['the rainbow flag', '🏳\ufe0f\u200d🌈'],
  ['flags of countries', '🇩🇪🇮🇷🇱🇰'],
  ['the flag of Scotland', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
  ['a keycap', '1\ufe0f\u20e3'],
  ['a heart in colour', 'Acme ❤\ufe0f Globex'],
  ['Hebrew and Arabic', 'חברה شركة'],
]

test.each(WORDS)('%s can be typed as it is written', (_what, word) => {
  for (const schema of SCHEMAS)
    expect([schema.safeParse(word).error?.issues, schema.parse(word)]).toEqual([undefined, word])
  expect(escapeHidden(word)).toBe(word)
})

const MISPLACED: [string, string][] = [
  ['a joiner before a Persian word', '\u200cکتاب'],
  ['a joiner behind a Persian word', 'کتاب\u200c'],
  ['a joiner beside a letter that joins nothing', 'ا\u200cب'],
  ['two joiners', 'کتاب\u200c\u200cها'],
  ['a joiner behind a consonant without a virama', 'क\u200dष'],
  ['a non-joiner behind the last virama', 'क्\u200c'],
  ['two joiners at one virama', 'क्\u200d\u200dष'],
  ['a virama behind a Latin letter', 'a्\u200d'],
  ['a joiner behind a picture', '👩\u200d'],
  ['a joiner between a picture and a letter', '👩\u200dA'],
  ['a joiner between signs that are no pictures', '©\u200d®'],
  ['two styles', '❤\ufe0f\ufe0f'],
  ['a style of a digit that is no keycap', '1\ufe0f2'],
  ['a message in the tags of a flag', '🏴\u{e0068}\u{e0069}\u{e007f}'],
]

test.each(MISPLACED)('%s is refused', (_what, text) => {
  for (const schema of SCHEMAS) expect(schema.safeParse(text).success).toBe(false)
  expect(escapeHidden(text)).toContain('\\u{')
})

test('only a description has tabs and line breaks', () => {
  for (const character of ['\t', '\n', '\r']) {
    expect(Description.safeParse(`a${character}b`).success).toBe(true)
    for (const schema of [ShortName, ConnectionName, Label])
      expect(schema.safeParse(`a${character}b`).success).toBe(false)
  }
})

test('two spellings of one text become one', () => {
  expect(ShortName.parse('Mu\u0308ller')).toBe('M\u00fcller')
  expect(ShortName.parse('\u1112\u1161\u11ab')).toBe('한')
})

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      { maxLength: 40 },
    )
    .map((units) => units.join('')),
  fc
    .array(fc.constantFrom(...WORDS.map(([, word]) => word), ...HIDING.map(([, hidden]) => hidden)), { maxLength: 6 })
    .map((all) => all.join('')),
)

test('a joiner whose place was given by what had to go goes, too', () => {
  const text = '\u0645\ufe0f\u200c\u0645'
  expect(escapeHidden(text)).toBe('\u0645\\u{fe0f}\\u{200c}\u0645')
})

test('what was escaped has no fault, and what has none is not changed', () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(faultOfText(escapeHidden(text))).toBeUndefined()
      if (faultOfText(text) === undefined) expect(escapeHidden(text)).toBe(text)
    }),
    { numRuns: 2000 },
  )
})

test('a text that is cut short stays one that the rule takes', () => {
  const whole = fc
    .array(fc.constantFrom(...WORDS.map(([, word]) => word), ' ', 'a'), { maxLength: 10 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(whole, fc.nat(60), (text, max) => {
      fc.pre(faultOfText(text) === undefined)
      const cut = cutText(text, max)
      expect(faultOfText(cut)).toBeUndefined()
      expect(text.startsWith(cut) && cut.length <= max).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
