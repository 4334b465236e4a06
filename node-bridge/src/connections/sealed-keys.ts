import type { PublicJwk } from '@accord/shared/schemas'

import { type KeyPair, keyPairOf } from '../keys/key-pair.ts'
import type { Vault } from '../keys/vault.ts'
import type { ConnectionRecord, SealedKey } from '../store/connection-record.ts'

/** The context ties a sealed key to its connection: copied to another row it does not open. */
const contextOf = (connectionId: string) => `connection-key:${connectionId}`

export const sealConnectionKey = (vault: Vault, connectionId: string, { privateJwk }: KeyPair): SealedKey => ({
  x: privateJwk.x,
  sealed: vault.seal(privateJwk.d, contextOf(connectionId)),
})

export function openConnectionKey(vault: Vault, { id, localKey }: ConnectionRecord): KeyPair {
  if (!localKey) throw new Error(`Connection ${id} has no key of its own yet`)
  return keyPairOf({ x: localKey.x, d: vault.open(localKey.sealed, contextOf(id)) })
}

export const publicJwkOf = (x: string): PublicJwk => ({ kty: 'OKP', crv: 'Ed25519', x })
