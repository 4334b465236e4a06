import type { HashedPair } from '@accord/shared/schemas'

import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { StoredPair } from '../../store/sync/sync-pairs.ts'
import type { ReadRecord, Tracker } from '../../trackers/tracker.ts'
import { type Item, itemOf } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { replicateRecord } from '../outgoing/replicate-record.ts'
import { hashState } from '../pairs/hash-state.ts'
import { differing } from '../pairs/hashes.ts'
import { hasEnded } from '../pairs/pair-state.ts'
import type { Hashes, Path, StateHashes, SyncPair } from '../pairs/sync-pair.ts'
import { answererOf } from '../worker/answerer.ts'

export interface DriftContext extends SyncContext {
  readonly tracker: Tracker
}

/** What this side holds of a pair. `unsent`: paths that differ from what the other side is known to have. */
export type Held =
  | { readonly state: Exclude<HashedPair['state'], 'known'> }
  | { readonly state: 'known'; readonly paths: Hashes; readonly isUnsent: boolean; readonly unsent: readonly Path[] }

/**
 * Reads the records of these pairs, of one connection, and answers each as our outgoing rules tell it, hashed by `key`. Throws what stands
 * in the way to the tracker.
 */
export async function hashRecords(
  context: DriftContext,
  connection: ConnectionRecord,
  pairs: readonly StoredPair[],
  key: string,
): Promise<Held[]> {
  const items = pairs.map((stored) => itemOf(stored, context.epoch))
  const readable = items.filter((item) => blockerOf(item) === undefined)
  const reads = await context.tracker.read(
    readable.map(({ stored: { table, recordId } }) => (recordId === null ? { table } : { table, id: recordId })),
  )
  return Promise.all(
    items.map(async (item): Promise<Held> => {
      const state = blockerOf(item)
      if (state !== undefined) return { state }
      const read = reads[readable.indexOf(item)]
      return read ? hashRead(context, connection, item, read, key) : { state: 'held' }
    }),
  )
}

/** Why nothing can be said of a pair now; undefined where its record is to be read. */
function blockerOf({ pair, stored }: Item): Exclude<Held['state'], 'known'> | undefined {
  if (hasEnded(pair)) return 'gone'
  const isHeld = pair.fault !== null || pair.inbound?.phase === 'quarantined' || pair.outbound?.phase === 'held'
  if (isHeld) return 'held'
  return pair.outbound || pair.inbound || stored.recordId === null ? 'moving' : undefined
}

async function hashRead(
  context: DriftContext,
  connection: ConnectionRecord,
  item: Item,
  read: ReadRecord,
  key: string,
): Promise<Held> {
  if (read.kind === 'gone') return { state: 'gone' }
  if (read.kind !== 'record') return { state: 'held' }
  const answer = answererOf(context, context.tracker)(connection)
  const content = await replicateRecord(context, { connection, item, record: read.record, answer })
  // This side sends nothing of the record: it has nothing unsent either.
  if (!content || content.kind === 'stopped') return { state: 'known', paths: {}, unsent: [], isUnsent: false }
  if (content.kind !== 'done') return { state: 'held' }
  const { replica, hashes } = content.result
  const paths = hashState({ replica, comments: [], files: [] }, key, item.stored.pairId).paths
  const unsent = differing(item.pair.synced.paths, hashes.paths)
  return { state: 'known', paths, unsent, isUnsent: unsent.length > 0 || hasUnsentEntries(item.pair, hashes) }
}

const hasUnsentEntries = ({ synced }: SyncPair, { comments, files }: StateHashes): boolean =>
  isMore(comments, synced.comments) || isMore(files, synced.files)

const isMore = (seen: Hashes, known: Hashes): boolean => Object.entries(seen).some(([id, hash]) => known[id] !== hash)
