import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { ERROR_CODES } from '@accord/shared/protocol'

import { processInvitationCode } from '../../src/invitations/invitation-code.ts'
import { isRefusal } from '../../src/refusals/refusal.ts'
import { processorMs } from '../processor-time.ts'
import { codeOf, refusalOf } from '../refused.ts'
import { created } from './signed-codes.ts'

const { code } = created
const RUNS = 10_000
const NAMES = ['code_malformed', 'code_truncated', 'code_signature_invalid', 'code_other_product'] as const

const noise = fc.constantFrom(
  '\n',
  '\r\n',
  ' ',
  '\t',
  '\u00A0',
  '\u200B',
  '\uFEFF',
  '\u00AD',
  '\n> ',
  '\n>> ',
  '=\r\n',
  '\u2028',
)
const dress = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => `"${text}"`,
  (text) => `“${text}”`,
  (text) => `\`${text}\``,
  (text) => `\`\`\`\n${text}\n\`\`\``,
  (text) => `**${text}**`,
  (text) => `<${text}>`,
  (text) => `Invitation code: ${text}`,
  (text) => `Here is the code, Bob:\n\n${text}\n\nBest regards,\nAnn`,
  (text) => `https://node-b.example/accept#${text}`,
  (text) => `https://node-b.example/accept?lang=en#code=${text}`,
  (text) => `[open](https://node-b.example/accept#${text})`,
  (text) => `{"code":"${text}"}`,
  (text) => text.replaceAll('_', String.raw`\_`),
)

const copies = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text + text,
  (text) => `${text}\n${text}`,
)

/** Puts a piece of noise at each of the given places, as wrapping and re-wrapping mail programs do. */
const sprinkle = (text: string, places: readonly (readonly [number, string])[]) =>
  [...places]
    .toSorted(([left], [right]) => right - left)
    .reduce((result, [at, piece]) => {
      const position = at % (result.length + 1)
      return result.slice(0, position) + piece + result.slice(position)
    }, text)

test('a paste that is mangled without harm gives the code that was sent', async () => {
  const places = fc.array(fc.tuple(fc.nat(code.length - 1), noise), { maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(places, copies, dress, dress, async (spots, copy, inner, outer) => {
      expect((await processInvitationCode(outer(inner(copy(sprinkle(code, spots)))))).code).toBe(code)
    }),
    { numRuns: 1000 },
  )
})

test('a code that lacks its end, at any length, is incomplete', async () => {
  for (let length = 'accord1_'.length; length < code.length; length += 1)
    expect([length, await codeOf(processInvitationCode(code.slice(0, length)))]).toEqual([length, 'code_truncated'])
})

test('a code that lacks its beginning is incomplete', async () => {
  for (const start of [1, 7, 8, 40])
    expect(await codeOf(processInvitationCode(code.slice(start)))).toBe('code_truncated')
})

const nameOfRefusal = (error: unknown) => (isRefusal(error) ? error.code : String(error))
const isAtSeparator = (at: number) => at < 'accord1_'.length || code.slice(Math.max(0, at - 1), at + 2).includes('.')

test('one letter changed, dropped, doubled or swapped inside a code: refused by name, whatever the letter', async () => {
  const letter = fc.constantFrom(...'ABCXYZabcxyz0189-_.')
  const place = fc.nat(code.length - 1)
  await fc.assert(
    fc.asyncProperty(place, letter, fc.constantFrom('change', 'drop', 'insert', 'swap'), async (at, other, kind) => {
      const pieces = {
        change: [at, other, at + 1],
        drop: [at, '', at + 1],
        insert: [at, other, at],
        swap: [at, `${code[at + 1] ?? ''}${code[at] ?? ''}`, at + 2],
      } as const
      const [until, middle, from] = pieces[kind]
      const damaged = code.slice(0, until) + middle + code.slice(from)
      fc.pre(damaged !== code && !damaged.endsWith(code))
      const outcome = await processInvitationCode(damaged).then((read) => read.code, nameOfRefusal)
      // The prefix in another case, a doubled or a lost separator: the signature proves the code that was sent.
      expect(isAtSeparator(at) ? [...NAMES, code] : NAMES).toContain(outcome)
    }),
    { numRuns: RUNS / 2 },
  )
})

test('nothing that anybody pastes ends in anything but a refusal of the catalogue', async () => {
  const alphabet = fc.string({ unit: fc.constantFrom(...'accord1_eyJ.-_=+/ \n>`"AZ09\u200B\0\uD800💥') })
  const pasted = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    alphabet,
    fc
      .tuple(fc.constantFrom('accord1_', 'accord2_', 'eyJ', 'Code: accord1_'), fc.base64String(), fc.string())
      .map((parts) => parts.join('')),
    fc
      .tuple(fc.nat(code.length), fc.nat(code.length), alphabet)
      .map(([a, b, text]) => code.slice(0, a) + text + code.slice(b)),
    fc
      .array(fc.json({ maxDepth: 4 }), { minLength: 3, maxLength: 3 })
      .map((parts) => `accord1_${parts.map((part) => Buffer.from(part).toString('base64url')).join('.')}`),
    fc.json().map((json) => Buffer.from(json).toString('base64')),
  )
  await fc.assert(
    fc.asyncProperty(pasted, async (text) => {
      const outcome = await processInvitationCode(text).then(
        ({ code: found }) => found === code,
        (error: unknown) => isRefusal(error) && error.code in ERROR_CODES && ERROR_CODES[error.code].status < 500,
      )
      expect(outcome).toBe(true)
    }),
    { numRuns: RUNS },
  )
})

test.each([
  ['', 'code_malformed'],
  ['accord', 'code_malformed'],
  ['hello', 'code_malformed'],
  ['accord1_', 'code_truncated'],
  [`${code}A`, 'code_malformed'],
  [`${code}.x`, 'code_malformed'],
  [`${code}A sentence`, 'code_malformed'],
  [`${code}=`, 'code_malformed'],
  [code.replace('.', '+.'), 'code_malformed'],
  [`accord1_${'A'.repeat(4096)}`, 'code_malformed'],
  ['x'.repeat(70_000), 'code_malformed'],
  [`${code} ${code.replace('.', '.e')}`, 'code_malformed'],
])('a paste of this kind (%#) is refused by its name', async (text, name) => {
  expect(await codeOf(processInvitationCode(text))).toBe(name)
})

test('a full stop behind the code ends a sentence, not the code', async () => {
  expect((await processInvitationCode(`Use ${code}. Then call me.`)).code).toBe(code)
})

test('a code for a later Accord is distinguished from nonsense', async () => {
  const refusal = await refusalOf(processInvitationCode(code.replace('accord1_', 'accord2_')))
  expect(refusal.facts).toEqual({ codeVersion: 2 })
})

test('a hostile paste costs little: 64 KiB of near-misses are half a second of work at most', async () => {
  const hostile = [
    'accord1_'.repeat(8000),
    `accord1_${' '.repeat(65_000)}`,
    'eyJ '.repeat(16_000),
    'a c c o r d 1 '.repeat(4600),
    '>\n'.repeat(32_000),
    '<a '.repeat(21_000),
    '&amp;lt;'.repeat(8000),
    '=3D='.repeat(16_000),
    '%25'.repeat(21_000),
    `__${'_;'.repeat(32_000)}`,
    `${'QUJD'.repeat(16_000)}`,
    '\\\\u005c'.repeat(8000),
    `{\\rtf${'\\a'.repeat(32_000)}`,
    '\u2014=\n> &shy;%0A\\n"<br>'.repeat(2600),
  ]
  for (const text of hostile) {
    const started = processorMs()
    expect(NAMES).toContain(await codeOf(processInvitationCode(text)))
    expect(processorMs() - started).toBeLessThan(500)
  }
})
