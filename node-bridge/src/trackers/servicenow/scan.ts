import { INSTANCE_SYNC_LIMITS, isSyncErrorCode } from '@accord/shared/protocol'
import type { ScanAnswer } from '@accord/shared/schemas'
import { z } from 'zod'

import { Refusal } from '../../refusals/refusal.ts'
import type { ChangeNotice, WatchedTrigger, Watcher } from '../tracker.ts'
import { createDriftCheck } from './check-drift.ts'
import { inChunks, type InstanceCalls } from './instance-calls.ts'
import type { Paces } from './paces.ts'

/** When each scan of a trigger last began, by the clock of the instance. */
const Mark = z.object({ fast: z.iso.datetime().optional(), slow: z.iso.datetime().optional() })
/** `drift`: when the last drift check began, by the clock of the node. */
const Marks = z.object({ triggers: z.record(z.string(), Mark), drift: z.iso.datetime().optional() })
type Marks = z.infer<typeof Marks>
type Mark = z.infer<typeof Mark>
type Kind = keyof Mark

export type Scan = (triggers: readonly WatchedTrigger[]) => Promise<void>

/**
 * The change scan is the guarantee: it sees by time stamps what no notice said. The fast one looks back a little, the slow one a
 * day, and then over all records that are in a pair, whichever triggers they match, and over files that are new there. The drift
 * check sees the rest. Marks move only once everything was taken.
 */
export function createScan(calls: InstanceCalls, watcher: Watcher, paces: Paces, now: () => Date): Scan {
  const drift = createDriftCheck(watcher, paces, now)
  let fastAt = -Infinity
  let slowAt = -Infinity
  return async (triggers) => {
    await drift.lookOn()
    const time = now().getTime()
    const isSlow = time - slowAt >= paces.slowScanMs
    if (!isSlow && time - fastAt < paces.fastScanMs) return
    const known = Marks.safeParse(await watcher.loadMarks()).data ?? { triggers: {} }
    const marks = await scanTriggers(calls, watcher, known.triggers, {
      triggers,
      kind: isSlow ? 'slow' : 'fast',
      paces,
    })
    await watcher.saveMarks({ triggers: marks, drift: drift.mark(known.drift) })
    fastAt = time
    if (!isSlow) return
    const tables = await scanPaired(calls, watcher)
    // What was visible late comes with the next one; what later still, with the drift check.
    const since = new Date(time - (slowAt === -Infinity ? paces.slowOverlapMs : 2 * paces.slowScanMs)).toISOString()
    for (const table of tables) await unlessRefused(() => scanFiles(calls, watcher, table, since))
    slowAt = time
  }
}

interface Scanning {
  readonly triggers: readonly WatchedTrigger[]
  readonly kind: Kind
  readonly paces: Paces
}

/** Answers how far each has come; the marks of triggers that are gone are left behind. */
async function scanTriggers(
  calls: InstanceCalls,
  watcher: Watcher,
  known: Marks['triggers'],
  { triggers, kind, paces }: Scanning,
): Promise<Marks['triggers']> {
  const marks: Marks['triggers'] = {}
  for (const trigger of triggers) {
    const mark = known[trigger.id] ?? {}
    const look = (since: string) => unlessRefused(() => scanTrigger(calls, watcher, trigger.id, trigger.table, since))
    let began = await look(sinceOf(mark, kind, trigger.since, paces))
    if (began !== REFUSED && isSetBack(mark, began))
      began = await look(sinceOf({ fast: began, slow: began }, 'slow', trigger.since, paces))
    // The slow one has seen whatever the fast one would.
    marks[trigger.id] = began === REFUSED ? mark : { ...mark, fast: began, ...(kind === 'slow' && { slow: began }) }
  }
  return marks
}

/** The clock of the instance went back: what was changed since then lies before the mark, as if it had been seen. */
const isSetBack = ({ fast }: Mark, began: string): boolean => fast !== undefined && Date.parse(began) < Date.parse(fast)

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
    if (notices.length > 0) await watcher.onNotices(notices, 'scan')
    after = page.next
  } while (after)
  return began
}

/** A record that is absent is gone: whoever looks at it learns so. Answers the tables that have pairs. */
async function scanPaired(calls: InstanceCalls, watcher: Watcher): Promise<ReadonlySet<string>> {
  const tables = new Set<string>()
  let after: string | undefined
  do {
    const { records, next } = await watcher.listPaired(after)
    for (const table of new Set(records.map((record) => record.table))) {
      tables.add(table)
      const ids = records.filter((record) => record.table === table).map(({ id }) => id)
      for (const some of inChunks(ids, INSTANCE_SYNC_LIMITS.scanned))
        await watcher.onNotices(await versionsOf(calls, table, some), 'scan')
    }
    after = next
  } while (after !== undefined)
  return tables
}

/** A file gives its record no new version: the record is to be looked at. */
async function scanFiles(calls: InstanceCalls, watcher: Watcher, table: string, since: string): Promise<void> {
  let after: ScanAnswer['next'] = null
  do {
    const page: ScanAnswer = await calls.scan({ filesOf: table, since, ...(after && { after }) })
    const notices = page.records.map(({ id }): ChangeNotice => ({ table, id, triggers: [] }))
    if (notices.length > 0) await watcher.onNotices(notices, 'scan')
    after = page.next
  } while (after)
}

async function versionsOf(calls: InstanceCalls, table: string, ids: readonly string[]): Promise<ChangeNotice[]> {
  const answer = await unlessRefused(() => calls.scan({ table, ids: [...ids] }))
  // Whoever looks at them learns why they are refused, and says it at their pairs.
  const versions = new Map(answer === REFUSED ? [] : answer.records.map(({ id, version }) => [id, String(version)]))
  return ids.map((id) => {
    const version = versions.get(id)
    return { table, id, ...(version !== undefined && { version }), triggers: [] }
  })
}

const REFUSED = Symbol('refused')

/** What the administrator has taken away from one table stops no scan of another. */
async function unlessRefused<T>(scan: () => Promise<T>): Promise<T | typeof REFUSED> {
  try {
    return await scan()
  } catch (error) {
    if (error instanceof Refusal && isSyncErrorCode(error.code)) return REFUSED
    throw error
  }
}
