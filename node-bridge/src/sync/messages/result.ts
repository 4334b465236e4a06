import { TYP } from '@accord/shared/protocol'
import { ResultClaims } from '@accord/shared/schemas'
import { SYNC_LIMITS } from '@accord/shared/sync'

import { signJws } from '../../jws/compact-jws.ts'
import type { KeyPair } from '../../keys/key-pair.ts'
import { fieldsOf } from '../../refusals/refused-fields.ts'
import type { ReceivedResult } from '../pairs/apply-result.ts'
import { refuseMessage } from './message-refusal.ts'
import { type Parties, readSignedText, type SignedTextExpectation } from './signed-text.ts'

export interface ResultInput extends Parties {
  readonly pair: string
  /** Of `answerOf`. */
  readonly result: ReceivedResult
  readonly key: KeyPair
  readonly now: Date
}

/** Signs a result, PROTOCOL.md §11.5: no script, no stack and no value of ours is in it. */
export function createResult({ iss, aud, connectionId, pair, result, key, now }: ResultInput): Promise<string> {
  const { record, ignored, ...members } = result
  const claims: ResultClaims = {
    iss,
    aud,
    connectionId,
    iat: Math.floor(now.getTime() / 1000),
    pair,
    ...members,
    ...(record && { type: record.type, key: record.key, ...(record.url !== undefined && { url: record.url }) }),
    ...(ignored && { ignored: [...ignored] }),
  }
  return signJws(claims, TYP.result, key, 'kid')
}

/** Verifies and validates a result, as `processMessage` a message. Throws `too_large`, `malformed` or `proof_invalid`. */
export async function processResult(text: string, expected: SignedTextExpectation): Promise<ResultClaims> {
  const claims = await readSignedText(text, { typ: TYP.result, bytes: SYNC_LIMITS.resultBytes }, expected)
  const result = ResultClaims.safeParse(claims)
  if (!result.success) throw refuseMessage('malformed', fieldsOf(result.error.issues).join(', '))
  return result.data
}

/** What the pair has to know of a result. */
export function receivedResultOf({
  epoch,
  peerEpoch,
  seq,
  outcome,
  type,
  key,
  url,
  ignored,
  ...rest
}: ResultClaims): ReceivedResult {
  const record = type !== undefined && key !== undefined ? { type, key, ...(url !== undefined && { url }) } : undefined
  return {
    epoch,
    peerEpoch,
    seq,
    outcome,
    ...(record && { record }),
    ...(ignored && { ignored }),
    ...(rest.class && { class: rest.class }),
  }
}
