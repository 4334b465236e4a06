import { randomBytes } from 'node:crypto'

import { SYNC_LIMITS } from '@accord/shared/sync'

import { enqueue } from '../../jobs/job-table.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { changeDriftCheck, type DriftCheck, listDriftingPairs } from '../../store/sync/drift-checks.ts'
import { findStoredPair } from '../../store/sync/sync-pairs.ts'
import { changeStored } from '../items/change-stored.ts'
import type { Change } from '../items/item.ts'
import { afterTrackerRestore } from '../pairs/begin-anew.ts'
import { markDirty } from '../pairs/change-pair.ts'
import type { SyncPair } from '../pairs/sync-pair.ts'
import { askPeer } from './ask-peer.ts'
import type { DriftContext } from './hash-records.ts'

/**
 * Has both sides look at the pairs of a page that were not equal, and send what was not sent; conflicts are decided by the rules. A pair
 * that the other side does not know begins anew, as after a restore. What is moving comes to rest by itself.
 */
export async function settlePage(
  context: DriftContext,
  connection: ConnectionRecord,
  check: DriftCheck,
): Promise<void> {
  const { database, now } = context
  const { connectionId, after } = check
  const limit = SYNC_LIMITS.hashedPairs
  const page = await listDriftingPairs(database.db, { connectionId, after, limit })
  const found = await Promise.all(page.map(({ itemId }) => findStoredPair(database.db, itemId)))
  const pairs = found.filter((each) => each !== undefined)
  const reported =
    pairs.length === 0
      ? []
      : await lookThere(
          context,
          connection,
          pairs.map(({ pairId }) => pairId),
        )
  for (const [place, { state }] of reported.entries())
    await changeStored(context, pairs[place]?.id ?? '', ({ pair }) => changed(pair, state === 'unknown'))
  const isLast = page.length < limit && reported.length === pairs.length
  await database.transaction(async (transaction) => {
    const last = reported.length < pairs.length ? pairs[reported.length - 1]?.id : page.at(-1)?.itemId
    const moved = { after: last ?? after, movedAt: now(), problem: null }
    const isOurs = await changeDriftCheck(transaction, check, { ...moved, state: isLast ? 'done' : 'settling' })
    if (isOurs && !isLast) await enqueue(transaction, 'findDrift', { connectionId }, now())
  })
}

const lookThere = (context: DriftContext, connection: ConnectionRecord, pairs: string[]) =>
  askPeer(context, connection, { key: randomBytes(32).toString('base64url'), pairs, look: true })

function changed(pair: SyncPair, isUnknownThere: boolean): Pick<Change, 'pair' | 'cause'> | undefined {
  const next = isUnknownThere && !pair.isComparing ? afterTrackerRestore(pair) : markDirty(pair)
  return next === pair ? undefined : { pair: next, cause: 'drift' }
}
