import { randomUUID } from 'node:crypto'

import { LIMITS } from '@accord/shared/protocol'

import { sealGenesis } from '../audit/begin-audit.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { createKeyPair, fingerprintOf, type KeyPair, keyPairOf, thumbprintOf } from '../keys/key-pair.ts'
import type { Vault } from '../vault/vault.ts'
import type { Database } from '../store/engine/database.ts'
import { findNode, insertNodeOnce } from '../store/node/node-identity.ts'

/** Who this node is: its uid and the key that signs its codes and grants. */
export interface NodeIdentity {
  readonly instanceUid: string
  readonly key: KeyPair
  /** For two people to compare by phone. */
  readonly fingerprint: string
  /** When this database was begun. */
  readonly firstStartedAt: Date
}

const CONTEXT = 'node-identity-key'

/**
 * The node's identity, made at its first start. Replicas that start together on one database end up with the same one.
 * Throws `VaultError` when the master key is not the one that sealed it.
 */
export async function loadNodeIdentity(database: Database, vault: Vault, now: Date): Promise<NodeIdentity> {
  const { db } = database
  if (!(await findNode(db))) await createNode(database, vault, now)
  const node = await findNode(db)
  if (!node) throw new Error('The identity of the node was not stored')
  const key = keyPairOf({ x: node.identityX, d: vault.open(node.identitySealed, CONTEXT) })
  const { instanceUid, firstStartedAt } = node
  return { instanceUid, key, fingerprint: fingerprintOf(key.thumbprint), firstStartedAt }
}

async function createNode(database: Database, vault: Vault, at: Date): Promise<void> {
  const node = await newNode(vault, at)
  await database.transaction(async (transaction) => {
    if (!(await insertNodeOnce(transaction, node))) return
    await sealGenesis(transaction, vault)
    const { instanceUid: subject, licenceKind } = node
    const details = {
      identityKey: thumbprintOf({ kty: 'OKP', crv: 'Ed25519', x: node.identityX }),
      licence: licenceKind,
      licenceEndsAt: node.licenceEndsAt.toISOString(),
    }
    await recordAudit(transaction, { at, actor: 'node', action: 'node.created', subject, details })
  })
}

async function newNode(vault: Vault, now: Date) {
  const { privateJwk } = await createKeyPair()
  return {
    instanceUid: randomUUID(),
    identityX: privateJwk.x,
    identitySealed: vault.seal(privateJwk.d, CONTEXT),
    licenceKind: 'evaluation' as const,
    licenceEndsAt: new Date(now.getTime() + LIMITS.evaluationMs),
    firstStartedAt: now,
  }
}
