import { type MessageClaims, Replica } from '@accord/shared/schemas'

import type { StoredPair } from '../../store/sync/sync-pairs.ts'
import type { Vault } from '../../vault/vault.ts'
import { readStoredMessage } from '../messages/message.ts'
import { inboundTextOf } from './item.ts'

/** A message that a person here has edited: what came, and what its replica shall say instead. */
interface Edited {
  readonly message: string
  readonly replica: unknown
}

const isEdited = (text: string): boolean => text.startsWith('{')

/** The text to keep for a message whose replica a person has edited. */
export const editedText = (text: string, replica: Replica): string => {
  const message = isEdited(text) ? (JSON.parse(text) as Edited).message : text
  return JSON.stringify({ message, replica } satisfies Edited)
}

/** The message that came in, as rules see it; undefined where none waits. */
export function inboundMessageOf(vault: Vault, stored: StoredPair): MessageClaims | undefined {
  const text = inboundTextOf(vault, stored)
  return text === undefined ? undefined : messageOf(text)
}

/** A message as it is kept, with what a person has made of it. */
export function messageOf(text: string): MessageClaims {
  if (!isEdited(text)) return readStoredMessage(text)
  const { message, replica } = JSON.parse(text) as Edited
  const claims = readStoredMessage(message)
  return 'replica' in claims ? { ...claims, replica: Replica.parse(replica) } : claims
}
