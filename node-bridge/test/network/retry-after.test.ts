import { expect, test } from '@jest/globals'

import { retryAfterOf } from '../../src/network/retry-after.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')

test.each([
  ['7', 7],
  ['0.2', 1],
  [' 12 ', 12],
  ['Mon, 04 May 2026 10:01:30 GMT', 90],
  ['999999999', 3600],
  ['Mon, 04 May 2099 10:01:30 GMT', 3600],
  ['Mon, 04 May 2026 09:00:00 GMT', undefined],
  ['-5', undefined],
  ['0', undefined],
  ['soon', undefined],
  ['', undefined],
  [undefined, undefined],
])('Retry-After %j is %j seconds', (header, seconds) => {
  expect(retryAfterOf(header, NOW)).toBe(seconds)
})
