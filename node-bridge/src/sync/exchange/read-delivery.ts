import { TYP } from '@accord/shared/protocol'
import type { MessageClaims, Place, RefusedMessage, ResultClaims } from '@accord/shared/schemas'
import { MESSAGE_REFUSALS, type MessageRefusal } from '@accord/shared/sync'

import { isRefusal, Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findPairByName } from '../../store/sync/sync-pairs.ts'
import { outboundTextOf } from '../items/item.ts'
import { expectedOf, signerOf } from '../items/parties.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { processMessage } from '../messages/message.ts'
import { placeOf } from '../messages/place-of.ts'
import { processResult } from '../messages/result.ts'
import { signAgain } from '../messages/signed-text.ts'
import type { SyncPair } from '../pairs/sync-pair.ts'

/** A message whose signature and form are good. */
export interface ReadMessage {
  readonly text: string
  readonly claims: MessageClaims
}

/** Verifies each text by itself; what is wrong with one is added to `refused`. Throws `malformed` for one that names no pair. */
export async function readMessages(
  context: SyncContext,
  connection: ConnectionRecord,
  texts: readonly string[],
  refused: RefusedMessage[],
): Promise<ReadMessage[]> {
  const expected = expectedOf(context, connection)
  const read = await Promise.all(
    texts.map(async (text) => {
      try {
        return { text, claims: await processMessage(text, expected) }
      } catch (error) {
        refused.push({ ...placeToRefuse(text, error), code: refusalCodeOf(error) })
        return undefined
      }
    }),
  )
  return read.filter((message) => message !== undefined)
}

function placeToRefuse(text: string, error: unknown): Place {
  const place = isRefusal(error) ? placeOf(text) : undefined
  if (place) return place
  throw isRefusal(error) ? new Refusal('malformed', 'A message of the exchange names no pair.') : error
}

function refusalCodeOf(error: unknown): MessageRefusal {
  const code = isRefusal(error) ? MESSAGE_REFUSALS.find((each) => each === error.code) : undefined
  if (code) return code
  throw error
}

/** Those that could be read; the others are sent again. */
export async function readResults(
  context: SyncContext,
  connection: ConnectionRecord,
  texts: readonly string[],
): Promise<ResultClaims[]> {
  const expected = expectedOf(context, connection)
  const read = await Promise.all(
    texts.map(async (text) => {
      try {
        return await processResult(text, expected)
      } catch (error) {
        // It is sent again: by a newer key where it was the key, and by another release where it was the form.
        if (!isRefusal(error)) throw error
        context.log.warn({ code: error.code, connectionId: connection.id }, 'a result could not be read')
        return undefined
      }
    }),
  )
  return read.filter((result) => result !== undefined)
}

/** The same claims by the key of now, for messages whose key the other side no longer takes. */
export async function signTheRefused(
  context: SyncContext,
  connection: ConnectionRecord,
  refused: readonly RefusedMessage[],
) {
  const { key } = signerOf(context, connection)
  const resigned = new Map<string, { readonly mid: string | undefined; readonly text: string }>()
  for (const { pair } of refused.filter(({ code }) => code === 'proof_invalid')) {
    const stored = await findPairByName(context.database.db, connection.id, pair)
    const text = stored && outboundTextOf(context.vault, stored)
    if (!stored || text === undefined) continue
    const { mid } = (stored.pair as SyncPair).outbound ?? {}
    resigned.set(pair, { mid, text: await signAgain(text, TYP.message, key) })
  }
  return resigned
}
