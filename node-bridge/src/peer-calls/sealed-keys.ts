import type { PublicJwk } from '@accord/shared/schemas'

import { type KeyPair, keyPairOf } from '../keys/key-pair.ts'
import type { Vault } from '../vault/vault.ts'
import type { ConnectionRecord, SealedKey } from '../store/connections/connection-record.ts'

/** The context ties a sealed key to its connection: copied to another row it does not open. */
const contextOf = (connectionId: string) => `connection-key:${connectionId}`

export const sealConnectionKey = (vault: Vault, connectionId: string, { privateJwk }: KeyPair): SealedKey => ({
  x: privateJwk.x,
  sealed: vault.seal(privateJwk.d, contextOf(connectionId)),
})

/** Keys that sign often stay open: the master key that opens them lies in the same memory. */
const MOST_OPEN = 1000
const openKeys = new WeakMap<Vault, Map<string, KeyPair>>()

export function openConnectionKey(vault: Vault, { id, localKey }: Pick<ConnectionRecord, 'id' | 'localKey'>): KeyPair {
  if (!localKey) throw new Error(`Connection ${id} has no key of its own yet`)
  const open = openKeys.get(vault) ?? new Map<string, KeyPair>()
  openKeys.set(vault, open)
  const place = `${id} ${localKey.x} ${localKey.sealed}`
  const known = open.get(place)
  if (known) return known
  const key = keyPairOf({ x: localKey.x, d: vault.open(localKey.sealed, contextOf(id)) })
  const oldest = open.keys().next()
  if (open.size >= MOST_OPEN && !oldest.done) open.delete(oldest.value)
  open.set(place, key)
  return key
}

export const publicJwkOf = (x: string): PublicJwk => ({ kty: 'OKP', crv: 'Ed25519', x })
