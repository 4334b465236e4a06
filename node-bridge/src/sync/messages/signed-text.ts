import type { PublicJwk } from '@accord/shared/schemas'

import { type JwsText, readJws, signJws, verifyJws } from '../../jws/compact-jws.ts'
import type { KeyPair } from '../../keys/key-pair.ts'
import { refuseMessage } from './message-refusal.ts'

/** For whom a signed text of a pair is, and by whom. */
export interface Parties {
  readonly iss: string
  readonly aud: string
  readonly connectionId: string
}

export interface SignedTextExpectation extends Parties {
  /** The other side's connection key with this thumbprint, or the one before, while that is still taken. */
  readonly findKey: (kid: string) => PublicJwk | undefined | Promise<PublicJwk | undefined>
}

export interface TextKind {
  readonly typ: string
  readonly bytes: number
}

/**
 * Claims of a message or a result whose signature fits, not yet validated by their schema. From cheap to dear. Throws
 * `too_large`, `malformed`, or `proof_invalid` for another key, node or connection.
 */
export async function readSignedText(
  text: string,
  { typ, bytes }: TextKind,
  { iss, aud, connectionId, findKey }: SignedTextExpectation,
): Promise<Record<string, unknown>> {
  if (text.length > bytes) throw refuseMessage('too_large', 'size')
  const read = readJws(text, typ, 'kid')
  if ('fault' in read) throw refuseMessage('malformed', 'member' in read.fault ? read.fault.member : read.fault.kind)
  const claims = read.jws.payload as Record<string, unknown>
  const stranger = Object.entries({ iss, aud, connectionId }).find(([name, value]) => claims[name] !== value)
  if (stranger) throw refuseMessage('proof_invalid', stranger[0])
  await requireSignature(read.jws, findKey)
  return claims
}

async function requireSignature(jws: JwsText, findKey: SignedTextExpectation['findKey']): Promise<void> {
  const key = jws.header.kid === undefined ? undefined : await findKey(jws.header.kid)
  if (!key) throw refuseMessage('proof_invalid', 'kid')
  if (!(await verifyJws(jws, key))) throw refuseMessage('proof_invalid', 'signature')
}

/**
 * The same claims under the key of now, for a text of our own that waited until its key was retired (PROTOCOL.md §11.9). Throws
 * when the text is none of ours: nothing but what we stored may be given to it.
 */
export async function signAgain(text: string, typ: string, key: KeyPair): Promise<string> {
  const read = readJws(text, typ, 'kid')
  if ('fault' in read) throw new Error(`A stored text is no ${typ}`)
  return signJws(read.jws.payload as object, typ, key, 'kid')
}
