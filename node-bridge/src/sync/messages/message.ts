import { compareVersions, TYP, type VersionRange } from '@accord/shared/protocol'
import { MessageClaims, MessageEnvelope } from '@accord/shared/schemas'
import { MESSAGE_KINDS, SYNC_LIMITS } from '@accord/shared/sync'

import { readJws, signJws } from '../../jws/compact-jws.ts'
import type { KeyPair } from '../../keys/key-pair.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { fieldsOf, isTooLarge } from '../../refusals/refused-fields.ts'
import { markBrought } from '../pairs/brought-entries.ts'
import { hashState } from '../pairs/hash-state.ts'
import type { MessageContent } from '../pairs/message-content.ts'
import type { IncomingMessage } from '../pairs/receive-message.ts'
import { NOTHING } from '../pairs/sync-pair.ts'
import { refuseMessage } from './message-refusal.ts'
import { largestIn, unreadableIn } from './sendable.ts'
import { type Parties, readSignedText, type SignedTextExpectation } from './signed-text.ts'

export interface MessageInput extends Parties {
  /** Id of the pair at both sides. */
  readonly pair: string
  readonly content: MessageContent
  /** What `via` calls the place that it leaves; `iss` where that is absent. */
  readonly end?: string
  /** Version of the object model, inside both ranges. */
  readonly om: string
  /** Our key of this connection. */
  readonly key: KeyPair
  readonly now: Date
}

/**
 * Signs a message, PROTOCOL.md §11.4. It is signed once and stored; every repetition sends the same characters. Throws
 * `replica_invalid` or `too_large` with the fact `path`, which put the pair in quarantine at our own side.
 */
export async function createMessage({
  pair,
  content,
  om,
  key,
  now,
  iss,
  end = iss,
  aud,
  connectionId,
}: MessageInput): Promise<string> {
  const { via = [], ...members } = membersOf(content)
  const claims = {
    iss,
    aud,
    connectionId,
    iat: Math.floor(now.getTime() / 1000),
    pair,
    om,
    via: [...via, end].slice(-SYNC_LIMITS.via),
    ...members,
  }
  const parsed = MessageClaims.safeParse(claims)
  const issues = parsed.error?.issues ?? []
  const [field] = parsed.success ? [unreadableIn(content)] : fieldsOf(issues)
  if (field !== undefined)
    throw new Refusal(issues.length > 0 && issues.every(isTooLarge) ? 'too_large' : 'replica_invalid', undefined, {
      facts: { path: `/${field.replace(/^replica\./u, '').replaceAll('.', '/')}` },
    })
  const text = await signJws(claims, TYP.message, key, 'kid')
  if (text.length > SYNC_LIMITS.messageBytes)
    throw new Refusal('too_large', undefined, { facts: { path: largestIn(content), bytes: text.length } })
  return text
}

function membersOf(content: MessageContent) {
  if (!('replica' in content)) return { ...content, via: [] as readonly string[] }
  const { record, via, ...rest } = content
  return {
    ...rest,
    via: via ?? [],
    type: record.type,
    key: record.key,
    ...(record.url !== undefined && { url: record.url }),
  }
}

export interface MessageExpectation extends SignedTextExpectation {
  /** Versions of the object model that we take. */
  readonly om: VersionRange
}

/**
 * Verifies and validates a message, in this order: size, form, parties, signature, version and kind, members. Throws `too_large`, `malformed`,
 * `proof_invalid` or `unsupported`. Whether it is its turn is the pair's affair (`receiveMessage`).
 */
export async function processMessage(text: string, expected: MessageExpectation): Promise<MessageClaims> {
  const claims = await readSignedText(text, { typ: TYP.message, bytes: SYNC_LIMITS.messageBytes }, expected)
  const envelope = MessageEnvelope.safeParse(claims)
  if (!envelope.success) throw refuseMessage('malformed', fieldsOf(envelope.error.issues).join(', '))
  const { om, kind } = envelope.data
  if (compareVersions(om, expected.om.max) > 0 || compareVersions(om, expected.om.min) < 0)
    throw refuseMessage('unsupported', 'om')
  if (!MESSAGE_KINDS.some((known) => known === kind)) throw refuseMessage('unsupported', 'kind')
  const message = MessageClaims.safeParse(claims)
  if (!message.success) throw refuseMessage('malformed', fieldsOf(message.error.issues).join(', '))
  return message.data
}

/** A message of our own store: it was verified when it came, and its key may be retired since. Throws where the text is none. */
export function readStoredMessage(text: string): MessageClaims {
  const read = readJws(text, TYP.message, 'kid')
  if ('fault' in read) throw new Error('A stored text is no message')
  return MessageClaims.parse(read.jws.payload)
}

/** What the pair has to know of a message. `hashKey`: of `hashState`. */
export function incomingOf(claims: MessageClaims, hashKey: string): IncomingMessage {
  const { kind, mid, epoch, peerEpoch, seq, ack, via } = claims
  const place = { kind, mid, epoch, peerEpoch, seq, ack, via }
  if (claims.kind === 'delete' || claims.kind === 'unlink') return { ...place, changed: [], hashes: NOTHING }
  const { type, key, url, changed } = claims
  const hashes = markBrought(hashState(claims, hashKey, claims.pair))
  return { ...place, changed, hashes, record: { type, key, ...(url !== undefined && { url }) } }
}
