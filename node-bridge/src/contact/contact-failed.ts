import { ERROR_CODES, type ErrorCode, statesWith } from '@accord/shared/protocol'

import { DONE, type JobResult } from '../jobs/serial-queue-handler.ts'
import type { Refusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { type ContactRecord, holdContact, updateContact } from '../store/connections/contacts.ts'
import { type Change, NODE_ACTOR, REMOTE_ACTOR, tryChange } from '../connections/change-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { endedByPeer } from '../connections/ended-by-peer.ts'
import { tryToPayForChange } from '../connections/pay-for-change.ts'

/** Contacts that fail in a row before the peer counts as down. A single lost answer is normal. */
const FAILURES_TO_REPORT = 3
/** Another node may stand in the peer's place for a moment: only several such answers are believed. */
const UNKNOWN_ANSWERS_TO_BELIEVE = 3
/** The peer has no such connection, or no longer takes our key of it and no chain of keys helps. */
const LOST_CODES: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['connection_unknown', 'proof_invalid'])
/** Back-off: a fraction of the usual time between two contacts. */
const UNKNOWN_PAUSE = 1 / 10
/** A lost peer is called much less often. */
const LOST_DISTANCE = 12

/** An unanswered or refused contact: counts it, says so when it is time, and ends what the peer says is over. */
export async function noteFailure(
  { database, now, contactEveryMs }: ConnectionContext,
  record: ConnectionRecord,
  refusal: Refusal,
): Promise<JobResult> {
  const isGone = refusal.code === 'connection_gone'
  const at = now()
  const changed = await database.transaction(async (transaction) => {
    const before = await holdContact(transaction, record.id)
    const counted = count(before, refusal)
    const change = isGone ? endedByPeer(refusal) : changeFor(before, counted, refusal)
    const changesPaidUntil = change && !isGone ? tryToPayForChange(before, at) : undefined
    await updateContact(transaction, record.id, { ...counted, ...(changesPaidUntil ? { changesPaidUntil } : {}) })
    // A peer that goes up and down again and again gets a few log entries an hour at most; its health shows the rest.
    return change && (isGone || changesPaidUntil) ? tryChange(transaction, record.id, at, change) : undefined
  })
  if (isGone) return DONE
  const isLost = (changed ?? record).state === 'peer_lost'
  const distance = isLost ? LOST_DISTANCE : LOST_CODES.has(refusal.code) ? UNKNOWN_PAUSE : 0
  const notBefore = new Date(at.getTime() + Math.max(distance * contactEveryMs, (refusal.retryAfterS ?? 0) * 1000))
  return { done: false, error: `${refusal.code}: ${refusal.message}`, notBefore }
}

type Counted = Pick<ContactRecord, 'failures' | 'unknownAnswers' | 'health'>

function count({ failures, unknownAnswers }: ContactRecord, { code }: Refusal): Counted {
  return {
    failures: failures + 1,
    unknownAnswers: LOST_CODES.has(code) ? unknownAnswers + 1 : 0,
    health: failures + 1 >= FAILURES_TO_REPORT ? 'down' : 'slow',
  }
}

function changeFor(before: ContactRecord, { unknownAnswers, health }: Counted, refusal: Refusal): Change | undefined {
  if (unknownAnswers >= UNKNOWN_ANSWERS_TO_BELIEVE) return lost()
  if (health !== 'down' || before.health === 'down') return undefined
  return {
    onlyIn: statesWith('contacted'),
    event: 'contactLost',
    detail: `The other side does not answer: ${ERROR_CODES[refusal.code].title}. It is tried again by itself. ${ERROR_CODES[refusal.code].remedy}`,
    actor: NODE_ACTOR,
  }
}

const lost = (): Change => {
  const detail =
    'Its node answers but has forgotten the connection, perhaps after a backup was restored there. If it does not come back by itself, renew its keys with a code.'
  return {
    transition: 'peerUnknown',
    event: 'peerLost',
    detail,
    actor: REMOTE_ACTOR,
    set: { reason: { code: 'peer_lost', detail } },
  }
}
