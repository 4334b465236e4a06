import type { HashesRequest, HashedPair, HashedPairs } from '@accord/shared/schemas'
import { SYNC_LIMITS } from '@accord/shared/sync'
import { hasTrait } from '@accord/shared/protocol'

import { Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findSharedConnection } from '../../store/connections/connections.ts'
import { findPairByName, type StoredPair } from '../../store/sync/sync-pairs.ts'
import type { Tracker } from '../../trackers/tracker.ts'
import { changeStored } from '../items/change-stored.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { markDirty } from '../pairs/change-pair.ts'
import { type Held, hashRecords } from './hash-records.ts'

interface Asked extends SyncContext {
  readonly tracker: Tracker | undefined
}

/** Room for what is not text of a pair. */
const MOST_CHARACTERS = SYNC_LIMITS.exchangeBytes - 65_536

/** The other side asks, PROTOCOL.md §11.12. Throws `connection_unknown`, `connection_gone`, `retry_later` while the connection rests. */
export async function tellHashes(context: Asked, sharedId: string, request: HashesRequest): Promise<HashedPairs> {
  const connection = await findSharedConnection(context.database.db, sharedId)
  if (!connection) throw new Refusal('connection_unknown')
  if (hasTrait(connection.state, 'gone')) throw new Refusal('connection_gone')
  return tellPairs(context, connection, request)
}

/**
 * Each pair as it stands here, in the order of the request; as many as an answer holds, and one at least. With `look`, what was not sent is
 * looked at, and so sent.
 */
export async function tellPairs(
  { tracker, ...context }: Asked,
  connection: ConnectionRecord,
  { key, pairs, look = false }: HashesRequest,
): Promise<HashedPairs> {
  if (connection.state !== 'active' || !tracker) throw new Refusal('retry_later', 'The connection rests.')
  const retryAfterS = context.share.hashes.take(connection.id, context.now().getTime())
  if (retryAfterS !== undefined) throw new Refusal('too_many_requests', undefined, { retryAfterS })
  const stored = await Promise.all(pairs.map((pair) => findPairByName(context.database.db, connection.id, pair)))
  const known = stored.filter((each) => each !== undefined)
  const held = await hashRecords({ ...context, tracker }, connection, known, key)
  const reported: HashedPair[] = []
  let room = MOST_CHARACTERS
  for (const [place, pair] of pairs.entries()) {
    const mine = stored[place]
    const each = tellOne(pair, mine && held[known.indexOf(mine)])
    room -= JSON.stringify(each).length
    if (reported.length > 0 && room < 0) break
    reported.push(each)
    if (look && mine && (each.isUnsent === true || each.state === 'gone')) await lookAt(context, mine)
  }
  return { pairs: reported }
}

function tellOne(pair: string, held: Held | undefined): HashedPair {
  if (!held) return { pair, state: 'unknown' }
  if (held.state !== 'known') return { pair, state: held.state }
  return { pair, state: 'known', paths: { ...held.paths }, isUnsent: held.isUnsent }
}

const lookAt = (context: SyncContext, { id }: StoredPair): Promise<boolean> =>
  changeStored(context, id, ({ pair }) => ({ pair: markDirty(pair), cause: 'drift' }))
