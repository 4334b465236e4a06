import { expect, test } from '@jest/globals'

import { loadConfig } from '../../src/config/config.ts'
import { createVendor } from './vendor.ts'

const { settings } = await createVendor()
const load = (more: Record<string, string>) => loadConfig({ ...settings, ACCORD_ALLOW_HTTP_LOOPBACK: 'true', ...more })

test.each([{}, { ACCORD_PUBLIC_URL: 'http://127.0.0.1:4710' }, { ACCORD_PUBLIC_URL: 'http://localhost:1' }])(
  "another vendor's key is taken on an address of this machine: %j",
  (more) => {
    expect(load(more).licenceVendorKey).toBe(settings['ACCORD_LICENCE_VENDOR_KEY'])
  },
)

test.each([
  { ACCORD_PUBLIC_URL: 'https://node.acme.example' },
  { ACCORD_PUBLIC_URL: 'https://127.0.0.1.acme.example' },
  { ACCORD_PUBLIC_URL: 'http://10.0.0.5:8443' },
  { ACCORD_PUBLIC_URL: 'http://127.0.0.1:4710', ACCORD_POLL_ONLY: 'true' },
])("another vendor's key is refused wherever another company could be reached: %j", (more) => {
  expect(() => load(more)).toThrow('ACCORD_LICENCE_VENDOR_KEY')
})

test('what is no public key is refused by the name of the setting, and not repeated', () => {
  expect(() => load({ ACCORD_LICENCE_VENDOR_KEY: 'not-a-key' })).toThrow(/^ACCORD_LICENCE_VENDOR_KEY: (?!.*not-a-key)/u)
})
