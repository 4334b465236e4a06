import { statesWith } from '@accord/shared/protocol'

import { recordAudit } from '../audit/record-audit.ts'
import { NODE_ACTOR } from '../connections/change-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { revokeOpenCodes } from '../connections/revoke-open-codes.ts'
import { scanConnectionIds } from '../store/connections/connection-scan.ts'
import { beginPublicUrl, countConcerned, readLastPublicUrl } from '../store/node/public-urls.ts'
import type { Db } from '../store/engine/tables.ts'
import { enqueue } from '../jobs/job-table.ts'

const MOVED = {
  closing: 'revoke',
  endReason: 'address_changed',
  event: 'revokedByMove',
  detail:
    'The public URL of this node has changed. The open code names the old address, and is revoked; issue a new one.',
} as const

/**
 * Notices at the start that the node has another public URL than before. Codes that name the old one can be redeemed by
 * nobody: they end. Peers are informed by a contact, soon; people read how many connections that concerns.
 */
export async function noticeMove(context: ConnectionContext): Promise<void> {
  const { database, publicUrl, now, log } = context
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
    const revoked = await revokeOpenCodes(transaction, next.since, MOVED)
    const connections = await contactKnown(transaction, now())
    await countConcerned(transaction, { seq: next.seq, connections, revoked })
    const details = { before: last.url, now: publicUrl, connections, revokedInvitations: revoked }
    await recordAudit(transaction, { at: next.since, actor: NODE_ACTOR, action: 'node.moved', subject: null, details })
    return details
  })
  if (!moved) return
  log.warn(moved, 'the public URL of this node has changed')
}

/** What is reported of an address counts seconds: a later one is higher even where the clock was set back. */
const laterThan = (before: Date | undefined, now: Date): Date =>
  new Date(Math.max(now.getTime(), (before?.getTime() ?? -1000) + 1000))

async function contactKnown(transaction: Db, at: Date): Promise<number> {
  let connections = 0
  for await (const ids of scanConnectionIds(transaction, statesWith('contacted'))) {
    for (const id of ids) await enqueue(transaction, 'contact', { connectionId: id }, at)
    connections += ids.length
  }
  return connections
}
