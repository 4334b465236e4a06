import { recordAudit } from '../audit/record-audit.ts'
import { changeConnection, NODE_ACTOR } from '../connections/change-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { CONTACTED_STATES, enqueueContact } from '../connections/contact-schedule.ts'
import type { ConnectionRecord } from '../store/connection-record.ts'
import { walkConnectionIds } from '../store/connection-scan.ts'
import { findConnection } from '../store/connections.ts'
import { closeInvitation, someOpenInvitations } from '../store/invitations.ts'
import { beginPublicUrl, countConcerned, readLastPublicUrl } from '../store/public-urls.ts'
import type { Db } from '../store/engine/tables.ts'

const AT_ONCE = 200

/**
 * Notices at the start that the node has another public URL than before. Codes that name the old one can be redeemed by
 * nobody: they end. Peers are told by a contact, soon; people hear how many connections that concerns.
 */
export async function noticeMove(context: ConnectionContext): Promise<void> {
  const { database, publicUrl, now, changes, log } = context
  const last = await readLastPublicUrl(database.db)
  if (last?.url === publicUrl) return
  const next = {
    seq: (last?.seq ?? -1) + 1,
    url: publicUrl,
    since: laterThan(last?.since, now()),
    connections: 0,
    revoked: 0,
  }
  const moved = await database.transaction(async (transaction) => {
    if (!(await beginPublicUrl(transaction, next)) || !last) return undefined
    const revoked = await revokeOpen(transaction, next.since)
    const connections = await contactKnown(transaction, now())
    await countConcerned(transaction, { seq: next.seq, connections, revoked: revoked.length })
    const details = { before: last.url, now: publicUrl, connections, revokedInvitations: revoked.length }
    await recordAudit(transaction, { at: next.since, actor: NODE_ACTOR, action: 'node.moved', subject: null, details })
    return { revoked, details }
  })
  if (!moved) return
  for (const record of moved.revoked) changes.announce(record, 'revoke')
  log.warn(moved.details, 'the public URL of this node has changed')
}

/** What is told of an address counts seconds: a later one is higher even where the clock was set back. */
const laterThan = (before: Date | undefined, now: Date): Date =>
  new Date(Math.max(now.getTime(), (before?.getTime() ?? -1000) + 1000))

async function contactKnown(transaction: Db, at: Date): Promise<number> {
  let connections = 0
  for await (const ids of walkConnectionIds(transaction, CONTACTED_STATES)) {
    for (const id of ids) await enqueueContact(transaction, id, at)
    connections += ids.length
  }
  return connections
}

async function revokeOpen(transaction: Db, now: Date): Promise<ConnectionRecord[]> {
  const revoked: ConnectionRecord[] = []
  for (let some = await someOpenInvitations(transaction, AT_ONCE); some.length > 0;) {
    for (const { id, connectionId } of some) {
      await closeInvitation(transaction, id, 'revoke', 'address_changed')
      const record = await findConnection(transaction, connectionId)
      if (record?.invitationId === id) revoked.push(await revokeOne(transaction, record, now))
    }
    some = await someOpenInvitations(transaction, AT_ONCE)
  }
  return revoked
}

const revokeOne = (transaction: Db, { id, state }: ConnectionRecord, now: Date): Promise<ConnectionRecord> =>
  changeConnection(transaction, id, now, {
    ...(state === 'invited' ? { transition: 'revoke' } : { onlyIn: [state] }),
    event: 'revokedByMove',
    detail:
      'The public URL of this node has changed. The open code names the old address, and is revoked; issue a new one.',
    actor: NODE_ACTOR,
  })
