import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { decodeBase64url } from '../../src/jws/base64url.ts'
import { NOT_JSON, parseStrictJson } from '../../src/jws/strict-json.ts'

const parse = (text: string | Uint8Array) => parseStrictJson(Buffer.from(text))
const nested = (depth: number, open = '{"a":', close = '}') => open.repeat(depth) + '1' + close.repeat(depth)

test('eight levels are taken, nine are not, in objects and in lists', () => {
  expect(parse(nested(8))).not.toBe(NOT_JSON)
  expect(parse(nested(9))).toBe(NOT_JSON)
  expect(parse(nested(8, '[', ']'))).not.toBe(NOT_JSON)
  expect(parse(nested(9, '[', ']'))).toBe(NOT_JSON)
  expect(parse(nested(10_000))).toBe(NOT_JSON)
})

test.each(['__proto__', 'constructor', 'prototype'])(
  'a member called %s is refused at any depth, however it is spelled',
  (name) => {
    const escaped = [...name]
      .map((letter) => String.raw`\u` + letter.charCodeAt(0).toString(16).padStart(4, '0'))
      .join('')
    for (const spelling of [name, escaped])
      for (const text of [`{"${spelling}":{}}`, `{"a":[{"${spelling}":1}]}`]) expect(parse(text)).toBe(NOT_JSON)
    expect(parse(`{"a":"${name}"}`)).toEqual({ a: name })
  },
)

test('text that is no UTF-8, begins with a byte order mark or is no JSON is refused', () => {
  for (const text of ['', '{', "{'a':1}", '{"a":1}x', 'NaN', '\uFEFF{}']) expect(parse(text)).toBe(NOT_JSON)
  expect(parse(new Uint8Array([0x22, 0xc3, 0x28, 0x22]))).toBe(NOT_JSON)
})

test('any other JSON comes back as it went in', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value)
      fc.pre(!/__proto__|constructor|prototype/u.test(text))
      expect(parse(text)).toEqual(JSON.parse(text))
    }),
  )
})

test('bytes have exactly one spelling in base64url', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.string(), (bytes, text) => {
      expect(decodeBase64url(Buffer.from(bytes).toString('base64url'))).toEqual(Buffer.from(bytes))
      const decoded = decodeBase64url(text)
      if (decoded) expect(decoded.toString('base64url')).toBe(text)
    }),
  )
  for (const text of ['', 'AA==', 'AB', 'A', 'A+/A', 'AA A', 'AAAA\n']) expect(decodeBase64url(text)).toBeUndefined()
})
