import { createSecretKey, type KeyObject } from 'node:crypto'

import type { Vault } from '../vault/vault.ts'
import { Refusal } from '../refusals/refusal.ts'

const CONTEXT = 'callback-key'
const MIN_BYTES = 32

/** `base64`: the HMAC key that the instance made, at least 32 bytes. Throws `malformed`. */
export function sealCallbackKey(vault: Vault, base64: string): string {
  if (Buffer.from(base64, 'base64').length < MIN_BYTES)
    throw new Refusal('malformed', 'The callback key is too short.', { facts: { fields: ['callbackKey'] } })
  return vault.seal(base64, CONTEXT)
}

export const openCallbackKey = (vault: Vault, sealed: string): KeyObject =>
  createSecretKey(vault.open(sealed, CONTEXT), 'base64')
