import { expect, test } from '@jest/globals'
import { ConnectionName, Description, ShortName } from '@accord/shared/schemas'
import * as fc from 'fast-check'
import { faultOf } from '../src/initiate/information-errors.ts'

/** Any text, with enough of the characters that the rules are about: invisible ones, white space, and great lengths. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('a', 'é', ' ', '\t', '\n', '\r', '\u0000', '\u200b', '\u2028', '\u202e'),
    maxLength: 60,
  }),
  fc.integer({ min: 0, max: 4_100 }).map((length) => 'x'.repeat(length)),
)

test.each([
  ['localShortName', ShortName],
  ['remoteShortName', ShortName],
  ['name', ConnectionName],
  ['description', Description],
] as const)('what the page takes as %s is exactly what the shared schema takes', (field, schema) => {
  fc.assert(
    fc.property(text, (typed) => {
      expect(faultOf(field, typed) === undefined).toBe(schema.safeParse(typed).success)
    }),
    { numRuns: 500 },
  )
})
