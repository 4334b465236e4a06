import { INSTANCE_SYNC_LIMITS } from '@accord/shared/protocol'
import { z } from 'zod'

import type { ChangeNotice, WatchedTrigger, Watcher } from '../tracker.ts'
import { inChunks, type InstanceCalls } from './instance-calls.ts'
import type { Paces } from './paces.ts'

/** When each scan of a trigger last began, by the clock of the instance. */
const Mark = z.object({ fast: z.iso.datetime().optional(), slow: z.iso.datetime().optional() })
const Marks = z.record(z.string(), Mark)
type Marks = z.infer<typeof Marks>
type Mark = z.infer<typeof Mark>
type Kind = keyof Mark

export type Scan = (triggers: readonly WatchedTrigger[]) => Promise<void>

/**
 * The change scan is the guarantee: it sees by time stamps what no notice said. The fast one looks back a little, the slow one a
 * day, and then over all records that are in a pair, whichever triggers they match. Marks move only once everything was taken.
 */
export function createScan(calls: InstanceCalls, watcher: Watcher, paces: Paces, now: () => Date): Scan {
  let fastAt = -Infinity
  let slowAt = -Infinity
  return async (triggers) => {
    const time = now().getTime()
    const isSlow = time - slowAt >= paces.slowScanMs
    if (!isSlow && time - fastAt < paces.fastScanMs) return
    await scanTriggers(calls, watcher, { triggers, kind: isSlow ? 'slow' : 'fast', paces })
    fastAt = time
    if (!isSlow) return
    await scanPaired(calls, watcher)
    slowAt = time
  }
}

interface Scanning {
  readonly triggers: readonly WatchedTrigger[]
  readonly kind: Kind
  readonly paces: Paces
}

async function scanTriggers(calls: InstanceCalls, watcher: Watcher, { triggers, kind, paces }: Scanning) {
  const known = Marks.safeParse(await watcher.loadMarks()).data ?? {}
  const marks: Marks = {}
  for (const trigger of triggers) {
    const mark = known[trigger.id] ?? {}
    const since = sinceOf(mark, kind, trigger.since, paces)
    const began = await scanTrigger(calls, watcher, trigger.id, trigger.table, since)
    // The slow one has seen whatever the fast one would.
    marks[trigger.id] = { ...mark, fast: began, ...(kind === 'slow' && { slow: began }) }
  }
  await watcher.saveMarks(marks)
}

/**
 * Records of before the trigger are no news, so the long look back ends there. Not so the short one: where the trigger was changed
 * since the last scan, what happened in between belongs to it, and no mark lies before its beginning.
 */
export function sinceOf({ fast, slow }: Mark, kind: Kind, since: Date, paces: Paces): string {
  const begun = since.getTime() - paces.fastOverlapMs
  if (fast === undefined) return new Date(begun).toISOString()
  const recent = Date.parse(fast) - paces.fastOverlapMs
  const long = slow === undefined ? begun : Math.max(begun, Date.parse(slow) - paces.slowOverlapMs)
  return new Date(kind === 'fast' ? recent : Math.min(recent, long)).toISOString()
}

/** Answers the instance's time when it began. */
async function scanTrigger(
  calls: InstanceCalls,
  watcher: Watcher,
  watch: string,
  table: string,
  since: string,
): Promise<string> {
  let began: string | undefined
  let after: { readonly at: string; readonly id: string } | null = null
  do {
    const page = await calls.scan({ watch, since, ...(after && { after }) })
    began ??= page.time
    const notices = page.records.map(({ id, version }): ChangeNotice => ({
      table,
      id,
      version: String(version),
      triggers: [watch],
    }))
    if (notices.length > 0) await watcher.onNotices(notices)
    after = page.next
  } while (after)
  return began
}

/** A record that is absent is gone: whoever looks at it learns so. */
async function scanPaired(calls: InstanceCalls, watcher: Watcher): Promise<void> {
  let after: string | undefined
  do {
    const { records, next } = await watcher.listPaired(after)
    for (const table of new Set(records.map((record) => record.table))) {
      const ids = records.filter((record) => record.table === table).map(({ id }) => id)
      for (const some of inChunks(ids, INSTANCE_SYNC_LIMITS.scanned))
        await watcher.onNotices(await versionsOf(calls, table, some))
    }
    after = next
  } while (after !== undefined)
}

async function versionsOf(calls: InstanceCalls, table: string, ids: readonly string[]): Promise<ChangeNotice[]> {
  const { records } = await calls.scan({ table, ids: [...ids] })
  const versions = new Map(records.map(({ id, version }) => [id, String(version)]))
  return ids.map((id) => {
    const version = versions.get(id)
    return { table, id, ...(version !== undefined && { version }), triggers: [] }
  })
}
