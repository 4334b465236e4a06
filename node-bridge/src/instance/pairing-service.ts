import { createHash, randomBytes } from 'node:crypto'

import { LIMITS, PAIRING_FRAGMENT } from '@accord/shared/protocol'
import type { PairingRequest, PairingResponse } from '@accord/shared/schemas'
import type { z } from 'zod'

import { OPERATOR_ACTOR } from '../audit/actors.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { NodeIdentity } from '../identity/node-identity.ts'
import type { Vault } from '../vault/vault.ts'
import { NODE_VERSION } from '../config/node-version.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { Database } from '../store/engine/database.ts'
import {
  findPairingCode,
  forgetPairingCodes,
  insertPairingCode,
  usePairingCode,
  voidUnusedPairingCodes,
} from '../store/instance/pairing-codes.ts'
import {
  EARLIER_API_BASE,
  findPairing,
  type PairingRecord,
  removePairing,
  replacePairing,
} from '../store/instance/pairings.ts'
import { sealCallbackKey } from './callback-key.ts'
import { enqueue } from '../jobs/job-table.ts'

export interface PairingContext {
  readonly database: Database
  readonly vault: Vault
  readonly identity: NodeIdentity
  readonly publicUrl: string
  /** Throws `url_refused`. */
  readonly checkUrl: (url: string) => void
  readonly now: () => Date
}

const SECRET_BYTES = 24
export type Pairing = ReturnType<typeof createPairingService>

export const createPairingService = (context: PairingContext) => ({
  /** A one-time code, valid for LIMITS.pairingCodeMs. It is shown once and only its hash is stored. */
  issueCode: () => issuePairingCode(context),
  /** The same secret with the same token gives the same answer; with another token it is `pairing_used`. */
  pair: (request: PairingRequest) => pairInstance(context, request),
  describe: async () => {
    const pairing = await findPairing(context.database.db)
    return { pairing: pairing ? detailsOf(pairing) : null }
  },
  /** The token opens nothing any more, and all pairing codes are void. */
  revoke: async (actor = OPERATOR_ACTOR) => {
    const { database, now } = context
    await database.transaction(async (transaction) => {
      await forgetPairingCodes(transaction)
      await removePairing(transaction)
      await recordAudit(transaction, {
        at: now(),
        actor,
        action: 'pairing.revoked',
        subject: null,
        details: {},
      })
    })
    return { pairing: null }
  },
})

/** Only the hash of the secret is stored; the code is shown once. */
export async function issuePairingCode({
  database,
  publicUrl,
  now,
}: Pick<PairingContext, 'database' | 'publicUrl' | 'now'>): Promise<{ pairingCode: string; expiresAt: string }> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  const issuedAt = now()
  const expiresAt = new Date(issuedAt.getTime() + LIMITS.pairingCodeMs)
  await database.transaction(async (transaction) => {
    await insertPairingCode(transaction, hashSecret(secret), issuedAt, expiresAt)
    const details = { expiresAt: expiresAt.toISOString() }
    await recordAudit(transaction, {
      at: issuedAt,
      actor: OPERATOR_ACTOR,
      action: 'pairing.codeIssued',
      subject: null,
      details,
    })
  })
  return { pairingCode: publicUrl + PAIRING_FRAGMENT + secret, expiresAt: expiresAt.toISOString() }
}

/** SHA-256, base64url. Enough for secrets of 24 and more random bytes. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** The code is used for one token; the instance may repeat its request until it has received the answer. */
async function pairInstance(
  context: PairingContext,
  request: PairingRequest,
): Promise<z.infer<typeof PairingResponse>> {
  const { database, vault, now } = context
  context.checkUrl(request.instanceUrl)
  const callbackKeySealed = sealCallbackKey(vault, request.callbackKey)
  const secretHash = hashSecret(request.pairingSecret)
  const tokenHash = hashSecret(request.token)
  const repeated = await database.transaction(async (transaction) => {
    if (!(await usePairingCode(transaction, secretHash, tokenHash, now()))) return true
    await voidUnusedPairingCodes(transaction, now())
    await replacePairing(transaction, {
      instanceUrl: request.instanceUrl.replace(/\/+$/u, ''),
      apiBase: request.apiBase ?? EARLIER_API_BASE,
      instanceId: request.instanceId || null,
      instanceName: request.instanceName,
      instanceVersion: request.instanceVersion,
      appVersion: request.appVersion,
      tokenHash,
      callbackKeySealed,
      pairedBy: request.actor,
      pairedAt: now(),
    })
    await recordAudit(transaction, {
      at: now(),
      actor: request.actor,
      action: 'pairing.replaced',
      subject: null,
      details: { instanceUrl: request.instanceUrl, instanceName: request.instanceName, appVersion: request.appVersion },
    })
    await enqueue(transaction, 'backfill', { after: '' }, now())
    return false
  })
  if (repeated) await requireSameToken(context, secretHash, tokenHash)
  return answerOf(context)
}

async function requireSameToken({ database }: PairingContext, secretHash: string, tokenHash: string): Promise<void> {
  const code = await findPairingCode(database.db, secretHash)
  if (!code) throw new Refusal('pairing_unknown')
  if (code.usedTokenHash === null) throw new Refusal('pairing_expired')
  if (code.usedTokenHash !== tokenHash) throw new Refusal('pairing_used')
}

const answerOf = ({ identity, publicUrl }: PairingContext): z.infer<typeof PairingResponse> => ({
  instanceUid: identity.instanceUid,
  nodeUrl: publicUrl,
  nodeVersion: NODE_VERSION,
  keyFingerprint: identity.fingerprint,
})

const detailsOf = ({ instanceUrl, instanceName, instanceVersion, appVersion, pairedBy, pairedAt }: PairingRecord) => ({
  instanceUrl,
  instanceName,
  instanceVersion,
  appVersion,
  pairedBy,
  pairedAt: pairedAt.toISOString(),
})
