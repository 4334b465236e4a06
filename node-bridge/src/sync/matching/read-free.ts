import type { CandidatePage } from '@accord/shared/schemas'
import { SYNC_LIMITS } from '@accord/shared/sync'

import { Refusal } from '../../refusals/refusal.ts'
import { findOpenlyPairedIds } from '../../store/sync/paired-records.ts'
import type { LocalRecord } from '../../trackers/record.ts'
import type { Tracker } from '../../trackers/tracker.ts'
import type { SyncContext } from '../items/sync-context.ts'

export interface Meant {
  readonly connectionId: string
  readonly table: string
  /** In the tracker's own language. */
  readonly query: string
  /** Where the page before ended. */
  readonly after: string | undefined
}

type HashOf = (record: LocalRecord) => Promise<string | undefined> | string | undefined

/**
 * A page of what the query finds in the order of the ids, without the records that are in a pair of the connection. Throws what the
 * tracker refuses, and what stands in the way there.
 */
export async function readFree(
  { database }: Pick<SyncContext, 'database'>,
  tracker: Tracker,
  { connectionId, table, query, after }: Meant,
  hashOf: HashOf,
): Promise<CandidatePage> {
  const most = SYNC_LIMITS.candidates
  const listed = await tracker.list({ table, query, behind: after, most })
  if (listed.kind === 'refused') throw new Refusal(listed.code, listed.message)
  const ids = listed.records.map(({ id }) => id)
  const paired = await findOpenlyPairedIds(database.db, { connectionId, table }, ids)
  const free = ids.filter((id) => !paired.has(id))
  const reads = free.length === 0 ? [] : await tracker.read(free.map((id) => ({ table, id })))
  const found = await Promise.all(
    reads.map(async (read) => {
      const hash = read.kind === 'record' ? await hashOf(read.record) : undefined
      return read.kind === 'record' && hash !== undefined ? [{ key: read.record.key, hash }] : []
    }),
  )
  const records = found.flat()
  return { records, passed: ids.length - records.length, next: ids.length < most ? null : (ids.at(-1) ?? null) }
}
