import { describe, expect, test } from '@jest/globals'

import { ConnectionName, Description, Label, ShortName } from '../src/schemas/index.ts'

const HIDING: [string, string][] = [
  ['a zero-width space', '\u200b'],
  ['a mark that turns the direction of reading', '\u202e'],
  ['an isolate of direction', '\u2066'],
  ['a soft hyphen', '\u00ad'],
  ['a byte order mark', '\ufeff'],
  ['a line separator', '\u2028'],
  ['a null', '\u0000'],
  ['an escape', '\u001b'],
  ['a tag character', '\u{e0041}'],
]

describe.each(HIDING)('%s', (_what, character) => {
  test('cannot stand in anything that an admin reads before trusting', () => {
    for (const schema of [ShortName, ConnectionName, Label, Description]) {
      expect(schema.safeParse(`Acme${character}Globex`).success).toBe(false)
      expect(schema.safeParse('Acme Globex').success).toBe(true)
    }
  })
})

test('only a description has tabs and line breaks', () => {
  for (const character of ['\t', '\n', '\r']) {
    expect(Description.safeParse(`a${character}b`).success).toBe(true)
    for (const schema of [ShortName, ConnectionName, Label])
      expect(schema.safeParse(`a${character}b`).success).toBe(false)
  }
})
