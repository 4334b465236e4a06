import { createHmac, createSecretKey } from 'node:crypto'

import { CALLBACK_HEADERS, callbackSigningInput } from '@accord/shared/protocol'
import type { InstanceEvent } from '@accord/shared/schemas'
import { expect, test } from '@jest/globals'

import { judgeCallbackAnswer } from '../../src/instance/callback-answer.ts'
import { createSignedCallback } from '../../src/instance/signed-callback.ts'

const JSON_TYPE = 'application/json;charset=UTF-8'

test.each([
  ['delivered', 200, JSON_TYPE, '{"result":{"accepted":true}}'],
  ['instance_hibernates', 200, 'text/html', '<html>Your instance is hibernating</html>'],
  ['instance_unreachable', 200, JSON_TYPE, '{"result":{"accepted":"true"}}'],
  ['instance_unreachable', 200, JSON_TYPE, '{"result":{}}'],
  ['instance_unreachable', 201, JSON_TYPE, '{"result":{"accepted":true}}'],
  ['instance_unreachable', 302, 'text/html', ''],
  ['unauthenticated', 401, JSON_TYPE, '{"error":{}}'],
  ['missing_role', 403, JSON_TYPE, ''],
  ['not_found', 404, JSON_TYPE, ''],
  ['malformed', 400, JSON_TYPE, ''],
  ['instance_unreachable', 503, 'text/html', 'busy'],
])('%s for status %i, %s, %s', (code, status, contentType, text) => {
  expect(judgeCallbackAnswer({ status, contentType, text }).code).toBe(code)
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
