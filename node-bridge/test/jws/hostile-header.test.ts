import { TYP } from '@accord/shared/protocol'
import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { readJws } from '../../src/jws/compact-jws.ts'

const part = (json: string): string => Buffer.from(json).toString('base64url')
const readHeader = (header: string) => readJws(`${part(header)}.${part('{}')}.${'A'.repeat(86)}`, TYP.request, 'kid')

test.each([
  '[{"toString":1}]',
  '[{"toString":null,"valueOf":null}]',
  '[{"__proto__":null}]',
  `[${'['.repeat(3000)}${']'.repeat(3000)}]`,
  '[null,1,true]',
  '{"length":9}',
  '"b64"',
])('crit %s is refused by name, before any signature is checked', (crit) => {
  expect(readHeader(`{"alg":"Ed25519","crit":${crit}}`)).toMatchObject({
    fault: { kind: expect.stringMatching(/^(?:crit|shape)$/u) },
  })
})

test('whatever JSON stands in a header, it is read or refused, and nothing is thrown', () => {
  const names = fc.constantFrom('alg', 'typ', 'kid', 'jwk', 'crit', 'toString', '__proto__', 'x')
  fc.assert(
    fc.property(fc.dictionary(names, fc.jsonValue({ maxDepth: 4 })), (header) => {
      expect(readHeader(JSON.stringify(header))).toBeDefined()
    }),
    { numRuns: 2000 },
  )
})
