import { randomBytes } from 'node:crypto'

import { SYNC_LIMITS } from '@accord/shared/sync'

import { enqueue } from '../../jobs/job-table.ts'
import { DONE, failedBy, type JobResult } from '../../jobs/serial-queue-handler.ts'
import { isRefusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { listOpenPairIds } from '../../store/sync/comparisons.ts'
import {
  changeDriftCheck,
  type DriftCheck,
  type DriftCounts,
  type DriftingPair,
  findDriftCheck,
  insertDriftingPairs,
} from '../../store/sync/drift-checks.ts'
import { countDuePairs } from '../../store/sync/sync-claims.ts'
import { findStoredPair, type StoredPair } from '../../store/sync/sync-pairs.ts'
import { askPeer } from './ask-peer.ts'
import { type DriftContext, hashRecords } from './hash-records.ts'
import { type Compared, comparePair } from './compare-pair.ts'
import { settlePage } from './settle-page.ts'

/** So many pairs may be due before a page adds to the work: what people change now does not stand behind the check. */
const DUE_BEFORE = 200
const PAUSE_MS = 500

/**
 * One page: what both sides hold of it is compared, or what differs is brought to rest. How far it has come is written with what it has
 * found and with the next job, so that whoever dies in between leaves nothing out.
 */
export async function findDrift(context: DriftContext, connectionId: string): Promise<JobResult> {
  const { database, now } = context
  const check = await findDriftCheck(database.db, connectionId)
  const connection = await findConnection(database.db, connectionId)
  if (!check || check.state === 'done' || connection?.state !== 'active') return DONE
  try {
    if ((await countDuePairs(database.db, now(), DUE_BEFORE)) === DUE_BEFORE) await goOn(context, check, PAUSE_MS)
    else if (check.state === 'settling') await settlePage(context, connection, check)
    else await comparePage(context, connection, check)
    return DONE
  } catch (error) {
    if (!isRefusal(error)) throw error
    const { code } = error
    await database.transaction((transaction) => changeDriftCheck(transaction, check, { problem: code }))
    return failedBy(error, now())
  }
}

const goOn = ({ database, now }: DriftContext, { connectionId }: DriftCheck, afterMs: number): Promise<void> =>
  database.transaction((transaction) =>
    enqueue(transaction, 'findDrift', { connectionId }, new Date(now().getTime() + afterMs)),
  )

async function comparePage(context: DriftContext, connection: ConnectionRecord, check: DriftCheck): Promise<void> {
  const { database, now } = context
  const { connectionId, after } = check
  const limit = SYNC_LIMITS.hashedPairs
  const ids = await listOpenPairIds(database.db, { connectionId, after, limit })
  const pairs = (await Promise.all(ids.map((id) => findStoredPair(database.db, id)))).filter(
    (each) => each !== undefined,
  )
  const compared = pairs.length === 0 ? [] : await comparePairs(context, connection, pairs)
  // The other side has answered for as many as its answer holds.
  const page = pairs.slice(0, compared.length)
  const isLast = ids.length < limit && compared.length === pairs.length
  const drifting = page.flatMap(({ id }, place) => driftingOf(id, compared[place]))
  await database.transaction(async (transaction) => {
    const isOurs = await changeDriftCheck(transaction, check, {
      state: isLast ? 'done' : 'checking',
      after: page.at(-1)?.id ?? after,
      movedAt: now(),
      counts: addedTo(check.counts, compared),
      problem: null,
    })
    if (!isOurs) return
    await insertDriftingPairs(transaction, connectionId, drifting)
    if (!isLast) await enqueue(transaction, 'findDrift', { connectionId }, now())
  })
}

async function comparePairs(
  context: DriftContext,
  connection: ConnectionRecord,
  pairs: readonly StoredPair[],
): Promise<Compared[]> {
  const request = { key: randomBytes(32).toString('base64url'), pairs: pairs.map(({ pairId }) => pairId) }
  const ours = await hashRecords(context, connection, pairs, request.key)
  const reported = await askPeer(context, connection, request)
  return reported.map((theirs, place) => comparePair(ours[place] ?? { state: 'moving' }, theirs))
}

const driftingOf = (itemId: string, compared: Compared | undefined): DriftingPair[] =>
  compared && compared.verdict !== 'equal' && compared.verdict !== 'mapped'
    ? [{ itemId, verdict: compared.verdict, paths: compared.paths }]
    : []

/** What rules have changed on the way is equal as well. */
function addedTo(counts: DriftCounts, compared: readonly Compared[]): DriftCounts {
  const sums: Record<keyof DriftCounts, number> = { ...counts }
  for (const { verdict } of compared) {
    sums[verdict] += 1
    if (verdict === 'mapped') sums.equal += 1
  }
  return sums
}
