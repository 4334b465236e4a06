import { atDestination, hasTrait } from '@accord/shared/protocol'
import type { ConfirmResponse } from '@accord/shared/schemas'
import type { z } from 'zod'

import { Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { noteSignedCall } from '../../peer-calls/note-signed-call.ts'
import { holdContact, updateContact } from '../../store/connections/contacts.ts'
import { bringBack } from '../../connections/bring-back.ts'
import { REMOTE_ACTOR, tryChange } from '../../connections/change-connection.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import { goneRefusal } from '../../connections/gone-refusal.ts'
import { remoteName } from '../../connections/remote-details.ts'
import { payForChange } from '../../connections/pay-for-change.ts'

/**
 * At the source: the other side's signed call has proven that it holds the grant. Throws `awaiting_approval` while the
 * admin here has not decided, `approval_rejected` and `approval_expired` after that, else `connection_gone`.
 */
export async function confirmConnection(
  context: ConnectionContext,
  sharedId: string,
): Promise<z.infer<typeof ConfirmResponse>> {
  const record = await noteSignedCall(context, sharedId)
  if (!record) throw new Refusal('connection_unknown')
  if (record.state === 'peer_lost') return { connectionId: sharedId, state: await comeBack(context, record) }
  if (record.side === 'destination') return { connectionId: sharedId, state: await confirmBySource(context, record) }
  if (record.state === 'awaiting_approval') throw new Refusal('awaiting_approval')
  if (!hasTrait(record.state, 'contacted')) throw goneRefusal(record)
  return { connectionId: sharedId, state: record.state }
}

/**
 * At the destination, PROTOCOL.md §5.12: a source that cannot be called calls itself after its grant. Where the destination
 * waits for the source's approval, the call says that it was given.
 */
async function confirmBySource({ database, now }: ConnectionContext, record: ConnectionRecord): Promise<string> {
  if (record.state !== 'awaiting_approval' && !hasTrait(record.state, 'contacted')) throw goneRefusal(record)
  const at = now()
  const source = remoteName(record.remote, 'The source')
  const changed = await database.transaction(async (transaction) => {
    await holdContact(transaction, record.id)
    await updateContact(transaction, record.id, { lastContactAt: at })
    return tryChange(transaction, record.id, at, {
      ...atDestination('awaiting_approval', 'approved'),
      event: 'approvedBySource',
      detail: `${source} approved the connection and called with its key: both sides are active.`,
      actor: REMOTE_ACTOR,
      set: { activatedAt: at, lastContactAt: at, reason: null },
    })
  })
  return (changed ?? record).state
}

/** A confirmation follows a grant: the other side holds the fresh keys of a re-key, PROTOCOL.md §5.11. */
export async function comeBack({ database, now }: ConnectionContext, record: ConnectionRecord): Promise<string> {
  const changed = await database.transaction(async (transaction) => {
    const changesPaidUntil = payForChange(await holdContact(transaction, record.id), now())
    await updateContact(transaction, record.id, { changesPaidUntil })
    return bringBack(transaction, record, now(), {
      event: 'rekeyed',
      detail: `${remoteName(record.remote)} called with its fresh key; what was agreed before goes on.`,
      actor: REMOTE_ACTOR,
      set: { reason: null, lastContactAt: now() },
    })
  })
  return changed.state
}
