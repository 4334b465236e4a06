import { expect, test } from '@jest/globals'

import { validateAddress } from '../../src/network/validate-address.ts'
import { createUrlGuard } from '../../src/network/url-guard.ts'
import { refusalOf } from '../refused.ts'

const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  'public.example': ['93.184.215.14'],
  'inside.example': ['10.0.0.7'],
  'both.example': ['93.184.215.14', '10.0.0.7'],
}

const guardOf = (allowedPrivateRanges: readonly string[] = []) =>
  createUrlGuard({ allowHttpLoopback: false, allowedPrivateRanges }, (host, _options, callback) => {
    const found = ADDRESSES[host]
    if (found)
      return callback(
        null,
        found.map((address) => ({ address, family: 4 })),
      )
    callback(Object.assign(new Error('unknown'), { code: 'ENOTFOUND' }), [])
  })

test.each(['https://inside.example/accord', 'https://both.example', 'https://10.0.0.7', 'http://public.example'])(
  '%s is refused before anything is called',
  async (url) => expect((await refusalOf(validateAddress(guardOf(), url))).code).toBe('url_refused'),
)

test.each(['https://public.example', 'https://nowhere.example'])('%s passes', (url) =>
  expect(validateAddress(guardOf(), url)).resolves.toBeUndefined(),
)

test('a range that the operator has listed passes', () =>
  expect(validateAddress(guardOf(['10.0.0.0/8']), 'https://inside.example')).resolves.toBeUndefined())
