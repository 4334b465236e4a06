import { LIMITS, shownUrl, statesWith } from '@accord/shared/protocol'
import { type ContactRequest, ContactResponse, type ReportedAddress } from '@accord/shared/schemas'

import { takeAtPace } from '../limits/pace.ts'
import { isRefusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { findConnection } from '../store/connections/connections.ts'
import { type ContactRecord, updateContact } from '../store/connections/contacts.ts'
import type { Db } from '../store/engine/tables.ts'
import { REMOTE_ACTOR, tryChange } from '../connections/change-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { callPeer } from '../peer-calls/signed-call.ts'
import { enqueue } from '../jobs/job-table.ts'

/** What each contact of a node that has moved tells, PROTOCOL.md §6.8. */
export function ownAddress({ addresses }: ConnectionContext): { address?: ReportedAddress } {
  const { reported } = addresses()
  return reported === undefined ? {} : { address: reported }
}

interface Contacted {
  readonly id: string
  /** The contact's row, which the transaction has locked. */
  readonly contact: ContactRecord
  readonly at: Date
}

/**
 * The peer says where it is now. An older word changes nothing, and a newer one only what is tried next: the address that
 * works is kept until the new one has answered. An address of a peer that reports too many is taken later, since every contact reports it again.
 */
export async function receiveAddress(
  context: ConnectionContext,
  transaction: Db,
  { id, contact, address, at }: Contacted & { readonly address: ReportedAddress | undefined },
): Promise<void> {
  if (!address || address.since <= contact.reportedSince) return
  const paid = takeAtPace(contact.movesPaidUntil, LIMITS.addressMoves, at)
  const record = 'waitMs' in paid ? undefined : await findConnection(transaction, id)
  if (!record || 'waitMs' in paid || record.remote.pollOnly) return
  const isKnown = record.remote.nodeUrl === address.baseUrl
  await updateContact(transaction, id, {
    reportedSince: address.since,
    reportedUrl: isKnown ? null : address.baseUrl,
    movesPaidUntil: paid.paidUntil,
  })
  if (isKnown) return
  await enqueue(transaction, 'contact', { connectionId: id }, at)
  await tryChange(transaction, id, at, {
    onlyIn: statesWith('contacted'),
    event: 'peerAddressReported',
    detail: `The other side says that its node has moved to ${shownUrl(address.baseUrl)}. ${fateOf(context, address.baseUrl)} Until it has answered there, ${shownUrl(record.remote.nodeUrl ?? '')} is called as well.`,
    actor: REMOTE_ACTOR,
  })
}

function fateOf({ checkUrl }: ConnectionContext, url: string): string {
  try {
    checkUrl(url)
    return 'It is called there.'
  } catch (error) {
    if (!isRefusal(error)) throw error
    return `This node may not call that address: ${error.message}`
  }
}

/**
 * Calls the peer where it says that it is. Undefined where it does not answer there with the connection's key, or where who
 * answers does not say itself that this is its newest address; the one that is known is called then. Throws `connection_gone`.
 */
export async function tryAddress(
  context: ConnectionContext,
  record: ConnectionRecord,
  { reportedUrl, reportedSince, movesPaidUntil }: ContactRecord,
  sent: ContactRequest,
): Promise<{ readonly url: string; readonly answer: ContactResponse } | undefined> {
  const since = movesPaidUntil?.getTime() ?? 0
  if (reportedUrl === null || context.now().getTime() - since > LIMITS.reportedAddressMs) return undefined
  try {
    const there = { ...record, remote: { ...record.remote, nodeUrl: reportedUrl } }
    const answer = await callPeer(context, there, 'contactConnection', sent, ContactResponse)
    const isItsOwn = answer.address?.baseUrl === reportedUrl && answer.address.since === reportedSince
    return isItsOwn ? { url: reportedUrl, answer } : undefined
  } catch (error) {
    if (!isRefusal(error) || error.code === 'connection_gone') throw error
    context.log.info(
      { connectionId: record.id, reportedUrl, code: error.code },
      'the new address of a peer does not answer',
    )
    return undefined
  }
}

/** The peer has answered at its new address, which becomes its address. */
export async function followAddress(
  transaction: Db,
  { id, contact, movedTo, at }: Contacted & { readonly movedTo: string | undefined },
): Promise<void> {
  if (movedTo === undefined || contact.reportedUrl !== movedTo) return
  const before = (await findConnection(transaction, id))?.remote.nodeUrl ?? ''
  await updateContact(transaction, id, { reportedUrl: null })
  await tryChange(transaction, id, at, {
    onlyIn: statesWith('contacted'),
    event: 'peerMoved',
    detail: `The node of the other side has moved from ${shownUrl(before)} to ${shownUrl(movedTo)}, and has answered there with the key of this connection.`,
    actor: REMOTE_ACTOR,
    set: ({ remote }) => ({ remote: { ...remote, nodeUrl: movedTo } }),
  })
}
