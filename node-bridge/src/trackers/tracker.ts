import type { DescribedTable } from '@accord/shared/schemas'
import type { TableAccess } from '@accord/shared/sync'

import type { CheckedQuery } from './checked-query.ts'
import type { ListedRecords, ListRequest } from './listed-records.ts'
import type { LocalRecord, WritePlan } from './record.ts'
import type { FileToSend, PlannedFile, SentFile, WrittenFile } from './tracker-files.ts'
import type { TrackerPause, TrackerRefusal } from './tracker-refusal.ts'

export type { FileToSend, PlannedFile, SentFile, WrittenFile }
export type { CheckedQuery, ListedRecords, ListRequest, TrackerPause, TrackerRefusal }

/** A record of a tracker, by the tracker's own id. Without `id`: one that is to be made. */
export interface RecordPlace {
  readonly table: string
  readonly id?: string
}

export type ReadRecord =
  /** `version` changes with each write. `triggers`: ids of those that match it now. */
  | {
      readonly kind: 'record'
      readonly version: string
      readonly record: LocalRecord
      readonly triggers: readonly string[]
    }
  /** As a new record stands before anybody writes a field. */
  | { readonly kind: 'draft'; readonly record: LocalRecord }
  | { readonly kind: 'gone' }
  | TrackerRefusal

/** A write plan for one record, which a tracker executes once, however often it is given. */
export interface PlannedWrite {
  /** Unique. The same again is executed no second time. */
  readonly id: string
  /** Effects, as the entries and files that were written, are kept by pair. */
  readonly pair: string
  readonly table: string
  /** Where `onVersion` is null, the id under which the record is made, `recordIdOf`: a second one meets the first. */
  readonly recordId: string
  /** The version that the plan was made for; null for a record that it makes. */
  readonly onVersion: string | null
  readonly plan: WritePlan
}

export type WrittenRecord =
  /** The record as it is afterwards, with what the tracker's own rules have made of it. */
  | { readonly kind: 'written'; readonly version: string; readonly record: LocalRecord }
  /** The record has another version than the plan was made for: nothing was written. */
  | { readonly kind: 'contended' }
  /** It is not there: deleted by this plan, or by somebody before. */
  | { readonly kind: 'gone' }
  | TrackerRefusal

/** A tracker that writes later has taken the plan, and reports it to its watcher once it is through. */
export type AppliedWrite = WrittenRecord | { readonly kind: 'waiting' }

/** What became of a plan that waited. */
export interface PlanOutcome {
  readonly planId: string
  readonly table: string
  readonly recordId: string
  readonly written: WrittenRecord
}

/** Which records are watched: those that match the query, beside those that are in a pair. */
export interface WatchedTrigger {
  readonly id: string
  readonly table: string
  /** In the tracker's own language. */
  readonly query: string
  /** Records that changed before are no news. */
  readonly since: Date
}

/** A record may have changed. */
export interface ChangeNotice {
  readonly table: string
  readonly id: string
  /** What a change scan saw. Absent: somebody has said so, and nobody has looked. */
  readonly version?: string
  /** Ids of the triggers that the record matches. */
  readonly triggers: readonly string[]
}

/** How far the change scans have come, in the tracker's own form. */
export type ScanMarks = Readonly<Record<string, unknown>>

/** What people of the tracker see of a pair. */
export interface PairReport {
  readonly pair: string
  readonly connectionId: string
  readonly table: string
  readonly recordId: string
  readonly remoteKey: string
  readonly remoteUrl: string
  readonly state: string
  /** Why it waits for a person; empty where it does not. */
  readonly cause: string
  readonly lastInAt: Date | null
  readonly lastOutAt: Date | null
}

export interface PairedRecords {
  readonly records: readonly { readonly table: string; readonly id: string }[]
  /** Where the next page begins; absent at the end. */
  readonly next?: string
}

export interface Watcher {
  /** The triggers of now. */
  readonly triggers: () => Promise<readonly WatchedTrigger[]>
  /** Once it is fulfilled the notices may be forgotten; where it rejects they come again. `found`: nobody has said so, the tracker was searched. */
  readonly onNotices: (notices: readonly ChangeNotice[], found?: 'scan' | 'drift') => Promise<void>
  /** The same for plans that waited. */
  readonly onWritten: (outcomes: readonly PlanOutcome[]) => Promise<void>
  /** True where there is something to watch; otherwise the tracker is not called. */
  readonly hasPairs: () => Promise<boolean>
  readonly loadMarks: () => Promise<ScanMarks>
  readonly saveMarks: (marks: ScanMarks) => Promise<void>
  /** Records that are in a pair, page by page. */
  readonly listPaired: (after: string | undefined) => Promise<PairedRecords>
  /** Pairs that changed since they were last reported. */
  readonly listReports: () => Promise<readonly PairReport[]>
  readonly onReported: (reports: readonly PairReport[]) => Promise<void>
  /** The tracker was away and answers again: what has failed meanwhile need not wait any longer. */
  readonly onBack: () => Promise<void>
}

/** What the tracker lets Accord do, as far as its administrator has said. */
export interface OpenTables {
  readonly tables: readonly TableAccess[]
  /** True where the tracker has the user as whom Accord writes. */
  readonly isSyncUserReady: boolean
}

/**
 * What sync needs of the system that holds the records. Whatever is wrong with the way there is thrown, as a `Refusal` of the
 * network, and tried again.
 */
export interface Tracker {
  /** Each in its place. */
  read(places: readonly RecordPlace[]): Promise<readonly ReadRecord[]>
  /** Each in its place; what becomes of one touches no other. */
  apply(writes: readonly PlannedWrite[]): Promise<readonly AppliedWrite[]>
  /**
   * Which of these plans the tracker has, and reports to its watcher once they are through. Absent where it says at once what becomes of a
   * plan.
   */
  findWaiting?(plans: readonly string[]): Promise<ReadonlySet<string>>
  /** Returns when the contents have arrived under `upload`. */
  sendFile(file: FileToSend): Promise<SentFile>
  /** As `apply`: one that waits is reported to the watcher by its plan. */
  writeFile(file: PlannedFile): Promise<WrittenFile | { readonly kind: 'waiting' }>
  /**
   * Tells of changes until the answered function is called. Notices make it fast and may be lost; a scan of versions, again and
   * again, sees whatever they missed.
   */
  watch(watcher: Watcher): () => Promise<void>
  /** There is something to pull: whoever watches here does so at once. False where nobody does. */
  wake(): boolean
  pause?(): TrackerPause | undefined
  /** Undefined where the tracker has no sync access: what the node may do there is decided elsewhere. */
  describe(): Promise<OpenTables | undefined>
  /** What of its tables scripts may name, by field and type. Undefined as for `describe`. */
  dictionary(): Promise<readonly DescribedTable[] | undefined>
  /**
   * Is this a query that a trigger may have, and what matches it now? `words`: of that what people call so, or what is about that.
   * Nothing is watched by it.
   */
  check(table: string, query: string, words?: string): Promise<CheckedQuery>
  /** What such a query finds, in the order of the ids, which never changes: page by page each record is named once. */
  list(request: ListRequest): Promise<ListedRecords>
  /**
   * For work that nobody waits for: pays for so many calls out of half of what may be asked of the tracker, or says how long that is used
   * up. Absent where nobody counts.
   */
  spare?(calls: number): Promise<TrackerPause | undefined>
  /** What a script asks while it runs, as JSON. */
  answer(name: string, request: string): Promise<string>
}
