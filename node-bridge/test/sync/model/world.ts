import type { ReceivedResult } from '../../../src/sync/pairs/apply-result.ts'
import type { Ends } from '../../../src/sync/pairs/brought-entries.ts'
import type { MessageContent } from '../../../src/sync/pairs/message-content.ts'
import type { noteRefused } from '../../../src/sync/pairs/note-receipt.ts'
import type { IncomingMessage } from '../../../src/sync/pairs/receive-message.ts'
import type { StateHashes, SyncPair } from '../../../src/sync/pairs/sync-pair.ts'

/** The ends of pairs: A with B, and where there are three companies, b with C; B and b are two pairs of one record. */
export type Name = 'A' | 'B' | 'b' | 'C'
export const TWO: readonly Name[] = ['A', 'B']
export const THREE: readonly Name[] = ['A', 'B', 'b', 'C']

const OTHERS: Readonly<Record<Name, Name>> = { A: 'B', B: 'A', b: 'C', C: 'b' }
export const otherOf = (name: Name): Name => OTHERS[name]

export type Site = 'A' | 'B' | 'C'
export const SITES: readonly Site[] = ['A', 'B', 'C']
/** Whose record an end has; the uid of its node. */
export const siteOf = (name: Name): Site => (name === 'b' ? 'B' : name)
export const endsOf = (name: Name): Ends => ({ end: siteOf(name), peer: siteOf(otherOf(name)) })
/** Another pair of the same record. */
export const siblingOf = (name: Name): Name | undefined => ({ B: 'b', b: 'B' })[name as string] as Name | undefined

/** The record at one instance: a value that people edit, one that a business rule derives from it, journal entries and files. */
export interface ModelRecord {
  readonly v: number
  readonly d: number
  /** How often each entry stands in the journal, by the id of its origin. */
  readonly comments: Readonly<Record<string, number>>
  readonly files: Readonly<Record<string, number>>
  /** What a scan compares: also that of the list of files. */
  readonly version: number
}

/** What travels. */
export interface Content {
  readonly v: number
  readonly d: number
  readonly comments: readonly string[]
  readonly files: readonly string[]
}

/** A row at the instance. `open`: not executed yet, as far as anybody knows. */
export interface PlanRow {
  readonly id: string
  readonly state: 'open' | 'done' | 'contended'
  readonly writes: { readonly v?: number; readonly d?: number }
  readonly comments: readonly string[]
  readonly carry: Carried
  readonly onVersion: number
  readonly version: number
  readonly asPlanned: boolean
}

/** Files that are fetched, and such that are removed, once the plan is written: text waits for none of them. */
export interface Carried {
  readonly wanted: readonly string[]
  readonly unwanted: readonly string[]
}
export const NO_FILES: Carried = { wanted: [], unwanted: [] }

/** The stored text of the message that came in; `place`: its own, whatever the receiver made of it. */
export interface StoredMessage {
  readonly content: Content | null
  readonly place: Pick<IncomingMessage, 'epoch' | 'peerEpoch' | 'seq'>
}

export interface SideState {
  readonly record: ModelRecord | null
  readonly pair: SyncPair
  /** A change notice that nobody has collected. */
  readonly notice: boolean
  /** Entries that the instance knows to be written. */
  readonly effects: readonly string[]
  readonly plan: PlanRow | null
  readonly carried: Carried
  readonly outText: string | null
  readonly inText: StoredMessage | null
  /** What was applied last, and under which number. */
  readonly applied: StoredMessage['place'] & { readonly content: Content | null }
  /** Messages made, and changes by people, rules and restores that each of them needs as its cause. */
  readonly sent: number
  readonly causes: number
  /** The life of its database: epochs of pairs begin at it. */
  readonly life: number
}

/** What may still happen; the search stays finite. */
export interface Budget {
  readonly editsA: number
  readonly editsB: number
  readonly editsC: number
  /** Of A: one that is attached, and then one that is removed. */
  readonly files: number
  readonly lostNotices: number
  readonly crashes: number
  readonly restores: number
  readonly deletes: number
  readonly unlinks: number
  /** Messages that wait for a person, until that person lets them go on. */
  readonly holds: number
}

export interface World {
  readonly A: SideState
  readonly B: SideState
  readonly b: SideState
  readonly C: SideState
  readonly names: readonly Name[]
  /** What was ever sent may arrive at any time and any number of times, or never. */
  readonly net: readonly string[]
  readonly left: Budget
  /** A person's value was replaced though nobody at the other side had changed it. */
  readonly overwritten: boolean
  readonly outOfOrder: boolean
}

export type Letter =
  | { readonly to: Name; readonly type: 'message'; readonly message: MessageContent }
  | {
      readonly to: Name
      readonly type: 'result'
      readonly result: ReceivedResult
    }
  | {
      readonly to: Name
      readonly type: 'refused'
      readonly refused: Parameters<typeof noteRefused>[1]
    }

/** The rules of the design, each of which can be taken out. */
export interface Rules {
  readonly scan: boolean
  readonly sequence: boolean
  readonly effect: boolean
  /** `user`: what the write of a plan left in the record is never a local change. */
  readonly expectedState: 'plan' | 'user'
  /** `previous`: the receiver compares with the message before. `all`: it writes everything. */
  readonly changedPaths: 'named' | 'previous' | 'all'
  readonly conflict: boolean
  readonly epoch: boolean
  /** Without them every entry of a third company that the other side has counts as brought by it. */
  readonly marks: boolean
}

export const DESIGN: Rules = {
  scan: true,
  sequence: true,
  effect: true,
  expectedState: 'plan',
  changedPaths: 'named',
  conflict: true,
  epoch: true,
  marks: true,
}

export interface Scenario {
  readonly budget: Budget
  /** The instance that knows two values only. */
  readonly lossy?: Name
  /** People of B type what those of A type last. */
  readonly alike?: boolean
  /** Whose node is restored. */
  readonly restored?: Site
  /** A restore that nobody notices keeps the epoch. */
  readonly unnoticed?: boolean
  /** Planning, writing and noting are one step, which keeps the search small where nothing of them is at stake. */
  readonly atOnce?: boolean
  /** B is connected with C as well, and passes on what comes from either. */
  readonly three?: boolean
  /** B has no record and no pair yet. */
  readonly first?: boolean
  /** Where one side deletes its record, the rules of the other delete theirs. */
  readonly follows?: boolean
}

/** Hashes that can be read: equal exactly where the values are equal. */
export const hashesOf = ({ v, d, comments, files }: Content): StateHashes => ({
  paths: { '/v': String(v), '/d': String(d) },
  comments: Object.fromEntries(comments.map((id) => [id, '1'])),
  files: Object.fromEntries(files.map((id) => [id, '1'])),
})

/** The outgoing script. */
export const contentOf = ({ v, d, comments, files }: ModelRecord): Content => ({
  v,
  d,
  comments: Object.keys(comments).toSorted(),
  files: Object.keys(files).toSorted(),
})

/** Comments and files stand side by side in the list of effects. */
export const isFile = (id: string): boolean => id.endsWith('f')

export const pathsOf = (record: ModelRecord | null): Readonly<Record<string, string>> =>
  record ? hashesOf(contentOf(record)).paths : {}
