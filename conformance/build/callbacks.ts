import { createHash, createHmac } from 'node:crypto'

import { callbackSigningInput } from '@accord/shared/protocol'

import { NOW } from './stage.ts'

/** PROTOCOL.md §8: what an instance must compute to believe its node. The body is ASCII, whatever it says. */
export function createCallbackFixtures() {
  const callbackKey = createHash('sha256').update('accord-conformance callback key').digest()
  const timestamp = String(NOW.getTime())
  const bodies = ['{"kind":"connection.changed"}', String.raw`{"name":"f\u00fcr \u65e5\u672c \ud83d\udca5"}`, '{}']
  return {
    about: 'signature = base64(HMAC-SHA256(callbackKey, "accord-callback-v1\\n" + timestamp + "\\n" + body)).',
    callbackKey: callbackKey.toString('base64'),
    callbacks: bodies.map((body) => ({
      timestamp,
      body,
      signature: createHmac('sha256', callbackKey).update(callbackSigningInput(timestamp, body)).digest('base64'),
    })),
  }
}
