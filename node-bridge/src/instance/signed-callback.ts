import { createHmac, type KeyObject } from 'node:crypto'

import { CALLBACK_HEADERS, callbackSigningInput } from '@accord/shared/protocol'
import type { InstanceEvent } from '@accord/shared/schemas'

export interface SignedCallback {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** A callback of PROTOCOL.md §8: ASCII text, so that no charset between here and the script can change what was signed. */
export const createSignedCallback = (event: InstanceEvent, callbackKey: KeyObject, now: Date): SignedCallback =>
  signForInstance(event, callbackKey, now)

/** Any body for the own instance, signed in the same way. */
export function signForInstance(content: object, callbackKey: KeyObject, now: Date): SignedCallback {
  const body = asciiJson(content)
  const timestamp = String(now.getTime())
  const signature = createHmac('sha256', callbackKey).update(callbackSigningInput(timestamp, body)).digest('base64')
  return {
    body,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      [CALLBACK_HEADERS.timestamp]: timestamp,
      [CALLBACK_HEADERS.signature]: signature,
    },
  }
}

const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => String.raw`\u` + unit.charCodeAt(0).toString(16).padStart(4, '0'),
  )
