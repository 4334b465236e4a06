import { CODE_PREFIX, cutText, LIMITS, TYP } from '@accord/shared/protocol'
import { InvitationPayload, type NodeInfo, type PublicJwk } from '@accord/shared/schemas'

import { signJws } from '../jws/compact-jws.ts'
import { sha256 } from '../keys/digest.ts'
import { createKeyPair, thumbprintOf, type KeyPair } from '../keys/key-pair.ts'
import { orderedId } from '../identifiers/ordered-id.ts'
import { findCode } from './pasted/find-code.ts'
import { Refusal } from '../refusals/refusal.ts'
import { fieldsOf, whyOf } from '../refusals/refused-fields.ts'
import { refuseFound } from './refuse-paste.ts'

export interface InvitationInput {
  /** Made here when absent. */
  readonly invitationId?: string | undefined
  readonly nodeInfo: NodeInfo
  /** Names as the source sees them. */
  readonly connection: InvitationPayload['connection']
  /** Milliseconds; LIMITS.invitationDefaultMs when absent. */
  readonly expiresInMs?: number | undefined
  /** When known, only this instance may redeem. */
  readonly invitedInstanceUid?: string | undefined
  /** The connection that is to get new keys; makes this a `rekey` code. */
  readonly rekeyConnectionId?: string | undefined
  readonly approval?: boolean | undefined
  readonly offer?: InvitationPayload['offer']
  /** Fixed in the conformance fixtures only; fresh otherwise. */
  readonly invitationKey?: KeyPair | undefined
}

export interface CreatedInvitation {
  /** The secret. Shown once, stored nowhere. */
  readonly code: string
  /** Holds the secret too, in `invitationKey.d`. */
  readonly payload: InvitationPayload
  /** SHA-256 of the code, base64url. */
  readonly codeHash: string
  /** All that the source keeps of the invitation key. */
  readonly invitationPublicKey: PublicJwk
}

export interface ProcessedInvitation {
  readonly code: string
  readonly payload: InvitationPayload
  readonly codeHash: string
  /** The source's identity, to pin: everything it grants must be signed by this key. */
  readonly identityKey: PublicJwk
  readonly identityThumbprint: string
}

/**
 * Issues a code, PROTOCOL.md §3. A description too long for the code is cut there; the grant carries it whole.
 * Throws `malformed` when even without it the names and addresses do not fit.
 */
export async function createInvitationCode(
  input: InvitationInput,
  identity: KeyPair,
  now: Date,
): Promise<CreatedInvitation> {
  const invitationKey = input.invitationKey ?? (await createKeyPair())
  const whole = createPayload(input, invitationKey, now)
  const descriptions = [whole.connection.description, `${cutText(whole.connection.description, 200)}…`, '']
  for (const description of descriptions) {
    const payload = { ...whole, connection: { ...whole.connection, description } }
    const code = CODE_PREFIX + (await signJws(payload, TYP.invitation, identity, 'jwk'))
    if (code.length <= LIMITS.codeBytes)
      return { code, payload, codeHash: sha256(code), invitationPublicKey: invitationKey.publicJwk }
  }
  throw new Refusal('malformed', 'The names and addresses are too long for an invitation code. Shorten them.')
}

function createPayload(input: InvitationInput, { privateJwk }: KeyPair, now: Date): InvitationPayload {
  const { invitedInstanceUid, rekeyConnectionId } = input
  const iat = Math.floor(now.getTime() / 1000)
  return {
    v: 1,
    jti: input.invitationId ?? orderedId(),
    iat,
    exp: iat + Math.floor((input.expiresInMs ?? LIMITS.invitationDefaultMs) / 1000),
    ...(invitedInstanceUid === undefined ? {} : { invitedInstanceUid }),
    invitationKey: { d: privateJwk.d, x: privateJwk.x },
    purpose: rekeyConnectionId === undefined ? 'connect' : 'rekey',
    ...(rekeyConnectionId === undefined ? {} : { connectionId: rekeyConnectionId }),
    connection: input.connection,
    nodeInfo: input.nodeInfo,
    approval: input.approval ?? false,
    ...(input.offer === undefined ? {} : { offer: input.offer }),
  }
}

/**
 * Checks what a person pasted, in the order of PROTOCOL.md §3.3: unwrapping, size, prefix, strict encoding, header,
 * signature, schema. Expiry, own invitation, known id, URL and versions are the caller's: they need a clock or a store.
 * Throws `code_malformed`, `code_truncated`, `code_signature_invalid` or `code_other_product`.
 */
export async function processInvitationCode(pastedText: string): Promise<ProcessedInvitation> {
  if (pastedText.length > LIMITS.bodyBytes) throw new Refusal('code_malformed', 'The text is far longer than any code.')
  const found = await findCode(pastedText, TYP.invitation)
  if (found.kind !== 'code') throw refuseFound(found)
  const { code, jws } = found
  const identityKey = jws.header.jwk
  if (!identityKey) throw new Refusal('code_signature_invalid')
  const payload = InvitationPayload.safeParse(jws.payload)
  if (!payload.success) throw refuseFields(fieldsOf(payload.error.issues), whyOf(payload.error.issues))
  refuseNonsense(payload.data)
  return {
    code,
    payload: payload.data,
    codeHash: sha256(code),
    identityKey,
    identityThumbprint: thumbprintOf(identityKey),
  }
}

const refuseFields = (fields: readonly string[], why = ''): Refusal =>
  new Refusal('code_malformed', `The code is signed, but its content is not that of an invitation.${why}`, {
    facts: { fields },
  })

function refuseNonsense({ iat, exp, purpose, connectionId }: InvitationPayload): void {
  if (exp <= iat || (exp - iat) * 1000 > LIMITS.invitationMaxMs) throw refuseFields(['exp'])
  if ((purpose === 'rekey') !== (connectionId !== undefined)) throw refuseFields(['connectionId'])
}
