import { createHmac, createSecretKey } from 'node:crypto'

import { CALLBACK_HEADERS, callbackSigningInput } from '@accord/shared/protocol'
import type { InstanceEvent } from '@accord/shared/schemas'
import { expect, test } from '@jest/globals'

import { verdictOfCallback } from '../../src/instance/callback-answer.ts'
import { createSignedCallback } from '../../src/instance/signed-callback.ts'

const JSON_TYPE = 'application/json;charset=UTF-8'
/** As the REST API of the platform refuses. */
const PLATFORM = (message: string) => JSON.stringify({ error: { message, detail: null }, status: 'failure' })

test.each([
  ['delivered', 200, JSON_TYPE, '{"result":{"accepted":true}}'],
  ['instance_hibernates', 200, 'text/html', '<html>Your instance is hibernating</html>'],
  ['instance_unreachable', 200, JSON_TYPE, '{"result":{"accepted":"true"}}'],
  ['instance_unreachable', 200, JSON_TYPE, '{"result":{}}'],
  ['instance_unreachable', 201, JSON_TYPE, '{"result":{"accepted":true}}'],
  ['callback_redirected', 302, 'text/html', ''],
  ['callback_redirected', 307, 'text/html', '<html><title>Log in</title><input type="password">'],
  ['unauthenticated', 401, JSON_TYPE, '{"error":{}}'],
  ['unauthenticated', 401, 'text/html', '{"error":{}}'],
  ['instance_blocks_caller', 403, JSON_TYPE, ''],
  ['instance_blocks_caller', 403, 'text/html', '<html><title>HTTP Status 403</title>Forbidden'],
  ['instance_blocks_caller', 403, 'text/html', '<html lang="de">Sie dürfen diese Instanz von hier aus nicht benutzen.'],
  ['instance_wants_login', 401, JSON_TYPE, PLATFORM('User Not Authenticated')],
  ['instance_wants_login', 401, 'text/html', PLATFORM('User Not Authenticated')],
  ['instance_acl_refuses', 403, JSON_TYPE, PLATFORM('User Not Authorized')],
  ['instance_has_no_app', 400, JSON_TYPE, PLATFORM('Requested URI does not represent any resource')],
  ['instance_has_no_app', 404, JSON_TYPE, PLATFORM('No such scripted API')],
  ['instance_has_no_app', 404, JSON_TYPE, ''],
  ['callback_refused', 400, JSON_TYPE, PLATFORM('Exception while reading request')],
  ['callback_rate_limited', 429, JSON_TYPE, PLATFORM('Rate limit exceeded')],
  ['callback_refused', 400, JSON_TYPE, ''],
  ['callback_refused', 418, JSON_TYPE, '{"error":{}}'],
  ['callback_format_refused', 406, JSON_TYPE, ''],
  ['callback_format_refused', 415, JSON_TYPE, ''],
  ['callback_too_large', 413, 'text/html', '<html><h1>413 Request Entity Too Large</h1>'],
  ['callback_rate_limited', 429, JSON_TYPE, ''],
  ['callback_rate_limited', 429, 'text/html', '<html>cloudflare'],
  ['callback_failed', 500, JSON_TYPE, ''],
  ['callback_failed', 503, JSON_TYPE, ''],
  ['gateway_page', 503, 'text/html', 'busy'],
  ['gateway_page', 502, '', '<html><title>502 Bad Gateway</title>'],
  ['gateway_page', 403, 'text/html', '<html>Request Rejected. Your support ID is: 1'],
  ['gateway_page', 200, '', '\uFEFF <!doctype html><form><input type="password">'],
  ['gateway_page', 200, 'text/html', '<html lang="de"><title>Zugriff verweigert</title>Wenden Sie sich an die IT.'],
  ['gateway_page', 404, 'text/html', '<html lang="ja"><title>ページが見つかりません</title>'],
  ['gateway_page', 500, 'text/html', '<html lang="fr"><title>Erreur interne</title>'],
  ['instance_hibernates', 503, 'text/html', '<html>Your instance is hibernating</html>'],
  ['malformed', 400, JSON_TYPE, '{"result":{"code":"malformed","detail":""}}'],
  ['clock_skew', 401, JSON_TYPE, '{"result":{"code":"clock_skew","detail":""}}'],
  ['unauthenticated', 401, JSON_TYPE, '{"result":{"code":"unauthenticated"}}'],
  ['callback_failed', 500, JSON_TYPE, '{"result":{"code":"internal","detail":""}}'],
  ['row_refused', 409, JSON_TYPE, '{"result":{"code":"row_refused","detail":"t: no"}}'],
  ['callback_refused', 409, JSON_TYPE, '{"result":{"code":"connection_gone","detail":""}}'],
])('%s for status %i, %s, %s', (code, status, contentType, text) => {
  expect(verdictOfCallback({ status, contentType, text }).code).toBe(code)
})

const PAGE_403 = { status: 403, contentType: 'text/html', text: '<html><title>Nein</title>Access denied' }

test.each([
  ['gateway_page', { via: '1.1 proxy (squid)' }],
  ['gateway_page', { 'cf-ray': '8f0-FRA' }],
  ['gateway_page', {}],
  // The load balancer of the platform speaks in the words that gateways use.
  ['instance_blocks_caller', { server: 'snow_adc' }],
  ['instance_blocks_caller', { server: 'ServiceNow', via: '1.1 edge' }],
  ['instance_blocks_caller', { server: 'snow_adc', via: '1.1 edge' }],
])('%s where the answer brings the headers %j', (code, headers) => {
  expect(verdictOfCallback({ ...PAGE_403, headers }).code).toBe(code)
})

test('an instance that hides itself by 404 is distinguished from one without the application', () => {
  const hidden = { status: 404, contentType: '', text: '' }
  expect(verdictOfCallback({ ...hidden, headers: { server: 'snow_adc' } }).code).toBe('instance_blocks_caller')
  expect(verdictOfCallback(hidden).code).toBe('instance_has_no_app')
})

test('a page in whatever language is named as one, with its title in one bounded line and its status', () => {
  const detailOf = (text: string) => verdictOfCallback({ status: 401, contentType: 'text/html', text }).detail
  expect(detailOf('<title>\n Anmeldung\n nötig</title>')).toBe(
    'A page, not an answer, came from the instance: “Anmeldung nötig” (status 401).',
  )
  expect(detailOf('<html>')).toContain('without a title')
  const hostile = detailOf(`<title>\u001B[31m\u202E”${'x'.repeat(5000)}</title>`)
  expect(hostile).not.toMatch(/[\p{Cc}\u202E]/u)
  expect(hostile.length).toBeLessThan(450)
})

test("a rule's message stands in one bounded line, and nothing in it can look like ours", () => {
  const detail = `t: “no”\n\u001B[31m${'x'.repeat(5000)}`
  const text = JSON.stringify({ result: { code: 'row_refused', detail } })
  const said = verdictOfCallback({ status: 409, contentType: JSON_TYPE, text }).detail
  expect(said).toContain(String.raw`“t: \“no\” `)
  expect(said.length).toBeLessThan(400)
  expect(said).not.toMatch(/\p{Cc}/u)
})

test('a callback is ASCII, says the same as the event, and its HMAC is over exactly these bytes', () => {
  const key = createSecretKey(Buffer.alloc(32, 5))
  const event = {
    kind: 'connection.changed',
    connection: { name: 'Ünï ↔ 😀 \u2028' },
    log: [],
  } as unknown as InstanceEvent
  const { body, headers } = createSignedCallback(event, key, new Date(1_777_888_999_000))
  expect(body).toMatch(/^[\x20-\x7e]+$/u)
  expect(JSON.parse(body)).toEqual(event)
  expect(headers[CALLBACK_HEADERS.timestamp]).toBe('1777888999000')
  const expected = createHmac('sha256', key).update(callbackSigningInput('1777888999000', body)).digest('base64')
  expect(headers[CALLBACK_HEADERS.signature]).toBe(expected)
})
