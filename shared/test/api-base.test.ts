import { expect, test } from '@jest/globals'

import { apiBaseOf, DEFAULT_API_BASE, DEFAULT_SCOPE } from '@accord/shared/protocol'
import { PairingRequest } from '@accord/shared/schemas'

const request = {
  pairingSecret: 's'.repeat(32),
  token: 't'.repeat(43),
  callbackKey: Buffer.alloc(32).toString('base64'),
  instanceUrl: 'https://acme.example',
  instanceName: 'Acme',
  instanceVersion: 'Zurich',
  appVersion: '0.1.0',
  actor: 'admin',
}
const isTaken = (apiBase: unknown) => PairingRequest.safeParse({ ...request, apiBase }).success

test('an instance names the base path of its application, or none', () => {
  expect(apiBaseOf(DEFAULT_SCOPE)).toBe(DEFAULT_API_BASE)
  for (const apiBase of [undefined, DEFAULT_API_BASE, '/api/x_12345_accord/v1', '/api/x_1906732_accord/v1'])
    expect([apiBase, isTaken(apiBase)]).toEqual([apiBase, true])
})

test.each([
  '',
  '/',
  '/api/now/table',
  '/api/now/v1',
  '/api/global/v1',
  '/api/x_12345_accord/v2',
  '/api/x_12345_accord/v1/',
  '/api/x_12345_accord/v1?x=1',
  '/api/x_12345_accord/v1\n',
  '/api/../x_12345_accord/v1',
  '/api/X_12345_accord/v1',
  '//evil.example/api/x_12345_accord/v1',
  '@evil.example/api/x_12345_accord/v1',
  '.evil.example/api/x_12345_accord/v1',
  'https://evil.example/api/x_12345_accord/v1',
  '/api/x_12345_much_too_long/v1',
  null,
  1,
])('%j is no base path that a node would call', (apiBase) => expect(isTaken(apiBase)).toBe(false))
