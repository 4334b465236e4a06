import { expect, test } from '@jest/globals'

import { inTable } from '../src/protocol/text/in-table.ts'
import { TEXT_TABLES } from '../src/protocol/text/text-tables.ts'

type Table = keyof typeof TEXT_TABLES

const isNoncharacter = (point: number): boolean => (point >= 0xfdd0 && point <= 0xfdef) || (point & 0xfffe) === 0xfffe

/** What the engine that runs this test knows of the same characters; a platform without \p{} has the tables only. */
const PROPERTIES: readonly [Table, (character: string, point: number) => boolean][] = [
  [
    'hidden',
    (character, point) =>
      isNoncharacter(point) ||
      /\p{Default_Ignorable_Code_Point}|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u2800\ufffc]/u.test(character),
  ],
  ['emoji', (character, point) => point > 0x39 && /\p{Emoji}/u.test(character)],
  ['han', (character) => /(?=\p{L})\p{Script=Han}/u.test(character)],
]

test.each(PROPERTIES)('the table of %s says what the engine says', (name, has) => {
  const different: string[] = []
  for (let point = 0; point <= 0x10ffff; point++) {
    const character = String.fromCodePoint(point)
    // A range may go on over what nobody has assigned.
    if (/\p{Cs}/u.test(character) || (name !== 'hidden' && /\p{Cn}/u.test(character))) continue
    if (inTable(name, point) !== has(character, point)) different.push(point.toString(16))
  }
  expect(different).toEqual([])
})

test('the letters and marks of the joining rules are letters and marks', () => {
  const wrong: string[] = []
  for (let point = 0; point <= 0x1ffff; point++) {
    const character = String.fromCodePoint(point)
    const isMark = inTable('marks', point)
    if (isMark && !/[\p{M}\p{Cn}]/u.test(character)) wrong.push(`mark ${point.toString(16)}`)
    for (const name of ['joinsNext', 'joinsPrevious', 'viramaLetters'] as const)
      if (!isMark && inTable(name, point) && !/[\p{L}\p{Cn}]/u.test(character))
        wrong.push(`${name} ${point.toString(16)}`)
  }
  expect(wrong).toEqual([])
})

/** The rule of domain names is the same one, RFC 5892 A.1 and A.2, and Node's parser of URLs has it. */
const isHost = (label: string): boolean => URL.parse(`https://${label}/`)?.hostname.startsWith('xn--') === true

/** Thai, Lao, Tifinagh: their viramas change with no joiner. Mongolian nirugu is no letter. */
const WITHOUT_NEED: ReadonlySet<number> = new Set([0xe3a, 0xeba, 0x2d7f, 0x1807])

test('every letter and virama at which a domain name may have a joiner is in the tables', () => {
  const missing: string[] = []
  for (let point = 0x300; point < 0x1f000; point++) {
    const character = String.fromCodePoint(point)
    if (WITHOUT_NEED.has(point)) continue
    if ((point >= 0xd800 && point <= 0xdfff) || character.normalize('NFKC') !== character) continue
    const isMark = /\p{M}/u.test(character)
    const expected: readonly [Table, boolean][] = isMark
      ? [['viramas', isHost(`\u0915${character}\u200d`)]]
      : [
          ['joinsNext', isHost(`${character}\u200c\u0628`)],
          ['joinsPrevious', isHost(`\u0628\u200c${character}`)],
        ]
    for (const [name, takes] of expected)
      if (takes && !inTable(name, point)) missing.push(`${name} ${point.toString(16)}`)
  }
  expect(missing).toEqual([])
})
