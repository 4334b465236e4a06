import { hasTrait, LIMITS } from '@accord/shared/protocol'
import { ContactResponse } from '@accord/shared/schemas'

import { thumbprintOf } from '../keys/key-pair.ts'
import { DONE, type JobResult } from '../jobs/serial-queue-handler.ts'
import { isRefusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { findConnection } from '../store/connections/connections.ts'
import { readContact } from '../store/connections/contacts.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { findGrantedPeer } from '../connections/granted-peer.ts'
import { noteAnswer } from './contact-answered.ts'
import { noteFailure } from './contact-failed.ts'
import { publicJwkOf } from '../peer-calls/sealed-keys.ts'
import { callPeer } from '../peer-calls/signed-call.ts'
import { ownAddress, tryAddress } from './peer-address.ts'

const LISTEN_AGAIN_WITHIN_MS = 30_000

/** Takes a chain of keys that stands in a peer's answer: another room's work, which the composition hands in. */
type ReceiveKeys = (
  context: ConnectionContext,
  sharedId: string,
  sent: { readonly chain: string[] },
) => Promise<unknown>

interface ContactParts extends ConnectionContext {
  readonly receiveKeys: ReceiveKeys
}

/**
 * Calls the peer of a connection now and then, and at once when this side's pause has changed: tells and asks who pauses,
 * and learns that the peer is there. Each contact makes the appointment for the next. `listen`: waits for the peer's news.
 */
export async function runContact(context: ContactParts, connectionId: string, listen = false): Promise<JobResult> {
  const record = await findConnection(context.database.db, connectionId)
  if (!record || !hasTrait(record.state, 'contacted') || !findGrantedPeer(record)) return DONE
  // A private peer calls us; this side has nobody to call.
  if (record.remote.pollOnly || (listen && !context.pollOnly)) return DONE
  try {
    return await contact(context, record, listen ? { waitMs: LIMITS.longPollMs } : {})
  } catch (error) {
    if (!isRefusal(error)) throw error
    // The node is stopping, so the failure says nothing about the peer.
    if (context.held.draining.aborted) return { done: false, error: 'the node stops' }
    const failed = await noteFailure(context, record, error)
    return listen ? soonAgain(context, failed) : failed
  }
}

/** Whoever cannot be called listens again soon: until then it is deaf. A longer pause that the peer has asked for holds. */
function soonAgain({ now }: ConnectionContext, result: JobResult): JobResult {
  if (result.done) return result
  const soon = now().getTime() + LISTEN_AGAIN_WITHIN_MS
  return { ...result, notLaterThan: new Date(Math.max(soon, result.notBefore?.getTime() ?? 0)) }
}

/** The key of the peer that this side accepts, where the peer could not publish a newer one. */
const keyTaken = ({ remoteKeyX }: ConnectionRecord) =>
  remoteKeyX === null ? {} : { key: thumbprintOf(publicJwkOf(remoteKeyX)) }

async function contact(
  context: ContactParts,
  record: ConnectionRecord,
  wait: { readonly waitMs?: number },
): Promise<JobResult> {
  const known = await readContact(context.database.db, record.id)
  const { pauses, acknowledged } = known
  const sent = { pauses, acknowledged, ...wait, ...(context.pollOnly ? keyTaken(record) : {}), ...ownAddress(context) }
  const movedTo = wait.waitMs === undefined ? await tryAddress(context, record, known, sent) : undefined
  const startedAt = performance.now()
  const answer = movedTo?.answer ?? (await callPeer(context, record, 'contactConnection', sent, ContactResponse))
  if (answer.chain) await takeKeyChain(context, answer.connectionId, answer.chain)
  const tookMs = performance.now() - startedAt
  await noteAnswer(context, record.id, { sent, answer, tookMs, movedTo: movedTo?.url })
  return DONE
}

/** A peer that replaces its key too often has not missed a contact: it tells the chain again in its next answer. */
async function takeKeyChain(context: ContactParts, sharedId: string, chain: string[]): Promise<void> {
  try {
    await context.receiveKeys(context, sharedId, { chain })
  } catch (error) {
    if (!isRefusal(error) || error.code !== 'rotated_too_often') throw error
  }
}
