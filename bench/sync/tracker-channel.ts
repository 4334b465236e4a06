import type { ListedRecords, ListRequest } from '../../node-bridge/src/trackers/listed-records.ts'
import type {
  AppliedWrite,
  CheckedQuery,
  PairReport,
  PlannedWrite,
  PlanOutcome,
  ReadRecord,
  RecordPlace,
} from '../../node-bridge/src/trackers/tracker.ts'

/** A record that may have changed, with the version that it has. */
export interface Noticed {
  readonly table: string
  readonly id: string
  readonly version: string
}

/** What the tracker has for its node: records that may have changed, and plans that were executed. */
export interface Pulled {
  readonly notices: readonly Noticed[]
  readonly outcomes: readonly PlanOutcome[]
}

/** What a node asks of the records of its company, which are in the process of the bench. */
export interface TrackerAnswers {
  read(places: readonly RecordPlace[]): Promise<readonly ReadRecord[]>
  apply(writes: readonly PlannedWrite[]): Promise<readonly AppliedWrite[]>
  answer(name: string, request: string): Promise<string>
  list(request: ListRequest): Promise<ListedRecords>
  check(table: string, query: string, words?: string): Promise<CheckedQuery>
  /** `taken`: may be forgotten. */
  pull(taken: Pulled): Promise<Pulled>
  report(pairs: readonly PairReport[]): Promise<void>
}

export type AskName = keyof TrackerAnswers

/** From a node to the bench. */
export interface Asking {
  readonly asking: number
  readonly name: AskName
  readonly of: readonly unknown[]
}

/** And back. */
export interface Answering {
  readonly answering: number
  readonly value?: unknown
  readonly refused?: string
}

/** From the bench: there is something to pull. */
export const WAKE = 'wake'

/** From the bench: a turn of the watch, or a scan of these records, right now; the node answers how long it took. */
export interface Timing {
  readonly timing: 'pull' | 'scan'
  readonly records: readonly Noticed[]
}
export interface Timed {
  readonly timedMs: number
}
