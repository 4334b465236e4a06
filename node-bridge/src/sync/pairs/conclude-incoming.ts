import type { SyncErrorCode } from '@accord/shared/protocol'
import { quarantineClassOf } from '@accord/shared/sync'

import { withBrought } from './brought-entries.ts'
import { moved } from './pair-state.ts'
import { overrule } from './settle-outbound.ts'
import type { Answer, Inbound, Path, RemoteRecord, SyncPair, NotedPlan } from './sync-pair.ts'
import { isPingPong, turned } from './turns.ts'

/** What became of the message that came in. All but `quarantined` are final. */
export type Conclusion =
  | {
      readonly outcome: 'applied'
      /** Our record. */
      readonly record: RemoteRecord
      /** Changed paths that the incoming script never read. */
      readonly ignored: readonly Path[]
      /** Version of our record after the write. */
      readonly version: string
      /** The record is what the plan made of it (`isAsPlanned`): nobody has to look at it once more. */
      readonly asPlanned: boolean
    }
  /** What a script had planned so far; it goes on from there. */
  | { readonly outcome: 'stored' }
  /** `stopped`: by the incoming script. `skipped`: by a person. `gone`: our record is no more, also where a plan has deleted it. */
  | { readonly outcome: 'stopped' | 'skipped' | 'gone' }
  | { readonly outcome: 'quarantined'; readonly code: SyncErrorCode; readonly paths?: readonly Path[] }

/**
 * Stored before the plan goes to the instance: from here on what stands in the record may be ours. A second plan for the
 * same message, where the record had changed meanwhile, takes the place of the first.
 */
export function notePlanned(pair: SyncPair, plan: NotedPlan): SyncPair {
  const { inbound } = pair
  if (!inbound || inbound.phase === 'quarantined') return pair
  const written = { ...inbound.written, ...plan.settles }
  const overwritten = union(inbound.overwritten, plan.onceWritten?.overwritten)
  const noted = { ...bare(inbound), written, ...(overwritten.length > 0 && { overwritten }) }
  return { ...pair, inbound: { ...noted, phase: 'planned', plan } }
}

/** The plan was not written, since the record had changed: another one is made for the record as it is. */
export const planAnew = (pair: SyncPair): SyncPair =>
  pair.inbound?.phase === 'planned' ? { ...pair, inbound: { ...bare(pair.inbound), phase: 'waiting' } } : pair

/** A message in quarantine is tried again, with the rules of now. */
export const retryIncoming = (pair: SyncPair): SyncPair =>
  pair.inbound?.phase === 'quarantined' ? { ...pair, inbound: { ...bare(pair.inbound), phase: 'waiting' } } : pair

const union = (some: readonly Path[] = [], others: readonly Path[] = []): readonly Path[] => [
  ...new Set([...some, ...others]),
]

const bare = ({ kind, seq, mid, ack, changed, via, hashes, written, overwritten, isAgreed, stores }: Inbound) => ({
  kind,
  seq,
  mid,
  ack,
  changed,
  ...(via && { via }),
  hashes,
  written,
  ...(overwritten && { overwritten }),
  ...(isAgreed && { isAgreed }),
  ...(stores !== undefined && { stores }),
})

/** We are through with the message that came in, or cannot go on with it. The answer is sent until it is acknowledged. */
export function concludeIncoming(pair: SyncPair, conclusion: Conclusion, nowMs: number): SyncPair {
  const { inbound } = pair
  if (!inbound) return pair
  switch (conclusion.outcome) {
    case 'quarantined':
      return quarantine(pair, inbound, conclusion)
    case 'applied':
      return applied(pair, inbound, conclusion, nowMs)
    case 'stored':
      return storedMidway(pair, inbound)
    case 'stopped':
      return through(moved(endedBy(inbound, pair), 'stopped'), inbound, { outcome: 'stopped' })
    case 'skipped':
      return through(endedBy(inbound, pair), inbound, { outcome: 'skipped' })
    case 'gone':
      return through(moved({ ...endedBy(inbound, pair), dirty: false }, 'recordGone'), inbound, { outcome: 'gone' })
  }
}

/** Whatever rules or a person say to it: a pair whose other record is gone goes on no more. */
const endedBy = ({ kind }: Inbound, pair: SyncPair): SyncPair =>
  kind === 'delete' ? { ...moved(pair, 'peerRecordGone'), dirty: false, fault: null } : pair

function quarantine(
  pair: SyncPair,
  inbound: Inbound,
  { code, paths }: Conclusion & { outcome: 'quarantined' },
): SyncPair {
  const { seq, mid } = inbound
  return {
    ...pair,
    inbound: { ...bare(inbound), phase: 'quarantined', fault: { code, ...(paths && { paths }) } },
    answer: { seq, mid, outcome: 'quarantined', class: quarantineClassOf(code), acknowledged: false },
  }
}

function applied(pair: SyncPair, inbound: Inbound, done: Conclusion & { outcome: 'applied' }, nowMs: number): SyncPair {
  const plan = inbound.phase === 'planned' ? inbound.plan : null
  const settles = plan?.settles ?? {}
  // A change that nobody has looked at may have been in the record already when the plan was made.
  const isSeen = done.asPlanned && plan?.onVersion === pair.seenVersion
  const { comments, files } = inbound.hashes
  const overruled = plan ? overrule(pair, plan) : pair
  const turns = Object.keys(settles).length > 0 ? turned(pair.turns, 'in', nowMs) : pair.turns
  const isEnd = inbound.kind === 'delete'
  const next: SyncPair = {
    ...(isEnd ? endedBy(inbound, overruled) : moved(overruled, 'applied')),
    synced: {
      paths: overruled.synced.paths,
      comments: withBrought(pair.synced.comments, comments),
      files: withBrought(pair.synced.files, files),
    },
    dirty: !isEnd && (pair.dirty || !isSeen || plan?.onceWritten?.unlink === true),
    seenVersion: isSeen ? done.version : pair.seenVersion,
    turns,
    ...(plan?.onceWritten?.unlink && { isEnding: true as const }),
    fault: isEnd ? null : isPingPong(turns) ? { code: 'ping_pong', paths: Object.keys(settles) } : pair.fault,
    target: null,
    ...broughtBy(pair, inbound, nowMs),
  }
  const { record, ignored } = done
  return through(next, inbound, { outcome: 'applied', record, ignored })
}

/** The message waits for the rest of its plan. A record that was made by this came to be as one of a whole plan does. */
function storedMidway(pair: SyncPair, inbound: Inbound): SyncPair {
  const { via, stores = 0 } = inbound
  const isMade = pair.state === 'starting' && inbound.phase === 'planned' && inbound.plan.onVersion === null
  return {
    ...pair,
    ...(isMade && via && { origin: via }),
    inbound: { ...bare(inbound), phase: 'waiting', stores: stores + 1 },
  }
}

/** Where another pair of our record takes this further, its messages say through whom it came. */
function broughtBy(pair: SyncPair, inbound: Inbound, nowMs: number): Pick<SyncPair, 'brought' | 'origin'> {
  const { via } = inbound
  if (!via || inbound.kind === 'delete') return {}
  const isMade = pair.state === 'starting' && inbound.phase === 'planned' && inbound.plan.onVersion === null
  return { brought: { via, atMs: nowMs }, ...(isMade && { origin: via }) }
}

function through(
  pair: SyncPair,
  { seq, mid }: Inbound,
  answer: Omit<Answer, 'seq' | 'mid' | 'acknowledged'>,
): SyncPair {
  const { isComparing: _, ...compared } = pair
  return { ...compared, inbound: null, doneSeq: seq, answer: { seq, mid, ...answer, acknowledged: false } }
}
