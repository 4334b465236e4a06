import type { Side, SyncErrorCode } from '@accord/shared/protocol'
import type {
  CommentHistory,
  MessageKind,
  Outcome,
  OutboundPhase,
  PairState,
  QuarantineClass,
} from '@accord/shared/sync'

/** A unit of change of a replica as a JSON Pointer: `/summary`, `/customKeys/site` (PROTOCOL.md §11.4). */
export type Path = string
/** Keyed hashes by path, by a comment's id or by a file's id. What is absent here is absent there. */
export type Hashes = Readonly<Record<string, string>>
/** As `Hashes`, for some paths only; null says that the path is absent. */
export type SomeHashes = Readonly<Record<string, string | null>>

/** A record as it travels, one hash for each part. */
export interface StateHashes {
  readonly paths: Hashes
  readonly comments: Hashes
  readonly files: Hashes
}

/** Each side counts how often it has begun this pair anew. `theirs`: 0 until one was received. */
export interface Epochs {
  readonly ours: number
  readonly theirs: number
}

/** The record at the other side. `url`: a link for people. */
export interface RemoteRecord {
  readonly type: string
  readonly key: string
  readonly url?: string | undefined
}

/** What the other side knows once it is through with a message. */
export interface SentHashes {
  readonly paths: SomeHashes
  readonly comments: Hashes
  readonly files: Hashes
}

interface Sent {
  readonly kind: MessageKind
  readonly seq: number
  readonly mid: string
  readonly hashes: SentHashes
  /** When the record was read for it. */
  readonly readMs?: number
}

/** Our one message that has no final result yet; its text is stored beside the pair. `held`: in quarantine at the other side. */
export type Outbound =
  | (Sent & { readonly phase: Exclude<OutboundPhase, 'none' | 'held'> })
  | (Sent & { readonly phase: 'held'; readonly class: QuarantineClass })

interface Arrived {
  readonly kind: MessageKind
  readonly seq: number
  readonly mid: string
  /** The highest of our messages that the sender was through with. */
  readonly ack: number
  readonly changed: readonly Path[]
  /** Instances that it came through. */
  readonly via?: readonly string[]
  /** Of what it holds, by our own key. */
  readonly hashes: StateHashes
  /** What plans of this message may have written already, as our outgoing script would tell it. */
  readonly written: SomeHashes
  /** Paths whose value of ours those plans may have overwritten. */
  readonly overwritten?: readonly Path[]
  /** A person wants the record here deleted as well, however many are. */
  readonly isAgreed?: true
  /** So often a script has had written what it had planned so far, by `store()`. */
  readonly stores?: number
}

/** Why a pair waits for a person. */
export interface Fault {
  readonly code: SyncErrorCode
  readonly paths?: readonly Path[]
}

/** What is about to be written for a message. */
export interface NotedPlan {
  /** The instance knows the plan by it. */
  readonly id: string
  /** Version of our record that it was made for; null for one that it creates. */
  readonly onVersion: string | null
  /** Of `expectState`. */
  readonly settles: SomeHashes
  /** What a conclusion needs beside that, whenever it comes. */
  readonly onceWritten?: OnceWritten
}

export interface OnceWritten {
  /** Changed paths that the incoming script never read. */
  readonly ignored: readonly Path[]
  /** Our record as our outgoing rules would replicate it with the plan. */
  readonly expected: Hashes
  /** The script wants our record looked at in any case. */
  readonly syncBack: boolean
  /** The script wants the pair ended. */
  readonly unlink?: true
  /** Its script goes on once this is written: which `store()` of the message it is. */
  readonly store?: number
  /** Paths that both sides had changed: our value stands, or is gone. */
  readonly kept?: readonly Path[]
  readonly overwritten?: readonly Path[]
}

/** Their one message that we are not through with; its text is stored beside the pair. */
export type Inbound =
  | (Arrived & { readonly phase: 'waiting' })
  | (Arrived & { readonly phase: 'planned'; readonly plan: NotedPlan })
  | (Arrived & { readonly phase: 'quarantined'; readonly fault: Fault })

/** Our last result. `acknowledged`: by the other side. */
export interface Answer {
  readonly seq: number
  readonly mid: string
  readonly outcome: Outcome
  readonly record?: RemoteRecord
  readonly ignored?: readonly Path[]
  readonly class?: QuarantineClass
  readonly acknowledged: boolean
}

/** How often the values of fields have gone to and fro since `sinceMs`. */
export interface Turns {
  readonly count: number
  readonly sinceMs: number
  readonly last: 'in' | 'out' | null
}

/**
 * What one side knows of two linked records: everything but contents. Functions of this folder take it and answer the next
 * one; whoever stores it writes both in one transaction with what goes along.
 */
export interface SyncPair {
  /** Ours of the connection. Where both sides changed one path, the source keeps its own. */
  readonly side: Side
  readonly state: PairState
  /** The record may differ from what the other side knows: look at it. */
  readonly dirty: boolean
  /** Version of our record when it was last looked at. */
  readonly seenVersion: string | null
  readonly epochs: Epochs
  /** Highest sequence that we used in our epoch. */
  readonly sentSeq: number
  /** Highest sequence of theirs, in their epoch, that we are through with. */
  readonly doneSeq: number
  /** What the other side is known to have, as our outgoing script tells it. */
  readonly synced: StateHashes
  /** Paths whose change no message of the other side has acknowledged yet, with the sequence of the message that held it. */
  readonly unacknowledged: Readonly<Record<Path, number>>
  readonly outbound: Outbound | null
  readonly inbound: Inbound | null
  readonly answer: Answer | null
  /** Why nothing goes out. The other direction goes on. */
  readonly fault: Fault | null
  readonly turns: Turns
  readonly remote: RemoteRecord | null
  /** Key of an existing record there that shall be the other half. */
  readonly target: string | null
  /** It has begun anew, and we were through with no message of the other side since: what one would overwrite may wait for a person. */
  readonly isComparing?: true
  /** It has begun anew, and our whole state was not sent since: it is sent even where nothing differs, so that the other side can compare. */
  readonly sendsAll?: true
  /** Of our comments that are older than the pair: which may be sent, where that is not all. */
  readonly history?: Exclude<CommentHistory, 'all'>
  /** Rules want the pair ended: at the next look, whatever the record says. */
  readonly isEnding?: true
  /** The last change that this pair brought to our record. */
  readonly brought?: { readonly via: readonly string[]; readonly atMs: number }
  /** Through which instances our record came to be; absent where it is our own. */
  readonly origin?: readonly string[]
  /** When our record was last read of which the other side knows everything by now. */
  readonly acknowledgedMs?: number
}

export const NOTHING: StateHashes = { paths: {}, comments: {}, files: {} }
export const NO_TURNS: Turns = { count: 0, sinceMs: 0, last: null }

export interface NewPair {
  readonly side: Side
  /** Our epoch for pairs that begin now: above each that this node has used, whatever was restored. */
  readonly epoch: number
  readonly target?: string
  /** Of our trigger when the pair begins; all where there is none. */
  readonly history?: CommentHistory | undefined
}

/** What a pair knows at its beginning, also when it begins anew: nothing was sent, and nothing is on its way. */
export const AT_BEGINNING = {
  seenVersion: null,
  sentSeq: 0,
  doneSeq: 0,
  synced: NOTHING,
  unacknowledged: {},
  outbound: null,
  inbound: null,
  answer: null,
  fault: null,
  turns: NO_TURNS,
} as const satisfies Partial<SyncPair>

/** A pair that begins. `dirty`: ours to send. */
export const startPair = ({ side, epoch, target, history = 'all' }: NewPair): SyncPair => ({
  ...AT_BEGINNING,
  side,
  state: 'starting',
  dirty: true,
  epochs: { ours: epoch, theirs: 0 },
  remote: null,
  target: target ?? null,
  ...(history !== 'all' && { history }),
})
