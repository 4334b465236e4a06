import { expect, test } from '@jest/globals'
import { faultOfText } from '@accord/shared/protocol'
import * as fc from 'fast-check'

import { escapeInJson, printJson, printLines } from '../../src/cli/output.ts'
import { detailsOf, tableOf } from '../../src/cli/table.ts'

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      { maxLength: 30 },
    )
    .map((units) => units.join('')),
  fc
    .array(
      fc.constantFrom(
        '\u001b[2J',
        '\u0007',
        '\u009b31m',
        '\n',
        '\r\n',
        '\u2028',
        '\u2029',
        '\u0085',
        '\u202e',
        '\u2066',
        '\t',
        '\v',
        '\ud83d',
        'Bound to us  yes',
        'a',
        ' ',
        '日本',
        '👩\u200d👩',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)

const written = (
  print: (stream: { write(text: string): void; isTTY?: boolean; columns?: number }) => void,
  columns?: number,
) => {
  let all = ''
  print({
    write: (text) => void (all += text),
    isTTY: columns !== undefined,
    ...(columns === undefined ? {} : { columns }),
  })
  return all
}

test('whatever a value holds: as many lines come out as we began, and nothing in them is hidden', () => {
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 5 }), (values) => {
      const lines = [
        ...detailsOf(Object.fromEntries(values.map((value, i) => [`Fact ${i}`, value]))),
        ...tableOf(
          ['A', 'B'],
          values.map((value) => [value, 'x']),
        ),
        ...values.map((value) => `Said: ${value}`),
      ]
      const out = written((stream) => printLines(stream, lines))
      expect(out.split('\n').length).toBe(lines.length + 1)
      for (const line of out.split('\n')) expect(faultOfText(line)).toBeUndefined()
    }),
    { numRuns: 2000 },
  )
})

test('on a terminal a line that is too long goes on behind a mark, never at the place where ours begin', () => {
  fc.assert(
    fc.property(
      fc.array(hostile, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 20, max: 120 }),
      (values, columns) => {
        const [fact = ''] = detailsOf({ Description: `x ${values.join(' ')} Bound to us  yes` })
        const rows = written((stream) => printLines(stream, [fact]), columns)
          .split('\n')
          .slice(0, -1)
        expect(rows[0]?.startsWith('Description  x ')).toBe(true)
        for (const row of rows.slice(1)) expect(row.startsWith('    … ')).toBe(true)
        for (const row of rows) expect([...row].length).toBeLessThanOrEqual(columns)
      },
    ),
    { numRuns: 1000 },
  )
})

test('a code is not broken on a terminal: it is there to be copied', () => {
  const code = `accord1_${'a'.repeat(900)}`
  expect(written((stream) => printLines(stream, [code]), 80)).toBe(`${code}\n`)
})

test('JSON says the same and hides nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), hostile, (value, text) => {
      const out = written((stream) => printJson(stream, { value, text }))
      expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify({ value, text })))
      for (const line of out.split('\n')) expect(faultOfText(line)).toBeUndefined()
    }),
    { numRuns: 1000 },
  )
  expect(escapeInJson('"\u{e0041}\u009b"')).toBe('"\\udb40\\udc41\\u009b"')
})
