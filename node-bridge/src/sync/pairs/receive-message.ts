import type { MessageKind, MessageRefusal } from '@accord/shared/sync'

import { afterForgetting, beginAnew } from './begin-anew.ts'
import { hasEnded, moved } from './pair-state.ts'
import { receiveAck } from './settle-outbound.ts'
import type { Answer, Path, RemoteRecord, StateHashes, SyncPair } from './sync-pair.ts'

/** What a pair has to know of a message whose signature fits. */
export interface IncomingMessage {
  readonly kind: MessageKind
  readonly mid: string
  readonly epoch: number
  readonly peerEpoch: number
  readonly seq: number
  readonly ack: number
  readonly via: readonly string[]
  readonly changed: readonly Path[]
  /** By our own key; nothing for a kind that holds no record. */
  readonly hashes: StateHashes
  readonly record?: RemoteRecord
}

/** Where we stand, for a sender that stands elsewhere. */
export interface Expected {
  readonly epoch: number
  readonly peerEpoch: number
  readonly seq: number
}

/** `pair` is stored in any case, and removes what is stored of messages that it holds no more. */
export type Receipt =
  /** The text of the message is stored with the pair, in the place of an earlier one; its receipt goes to the sender. */
  | { readonly kind: 'stored'; readonly pair: SyncPair }
  /** It was here before, or ends the pair: the sender gets its receipt, and our answer, if there is one. */
  | { readonly kind: 'repeated'; readonly pair: SyncPair }
  | { readonly kind: 'refused'; readonly pair: SyncPair; readonly code: MessageRefusal; readonly expected?: Expected }

/** A message of the other side has arrived, perhaps not for the first time and not in order (PROTOCOL.md §11.6). */
export function receiveMessage(known: SyncPair, message: IncomingMessage, instanceUid: string): Receipt {
  if (message.via.includes(instanceUid)) return { kind: 'refused', code: 'loop', pair: known }
  if (message.epoch < known.epochs.theirs) return refuse('gap', known)
  const pair = receiveEpoch(known, message.epoch)
  if (hasForgotten(pair, message)) return refuse('epoch_behind', afterForgetting(pair, message.peerEpoch))
  if (!knowsOurEpoch(pair, message)) return refuse('epoch_behind', pair)
  return takeInTurn(receiveAck(pair, message.ack), message)
}

/** A higher epoch of theirs: they have begun anew, and so do we. The first one that we receive changes nothing. */
export const receiveEpoch = (pair: SyncPair, theirs: number): SyncPair => {
  if (theirs <= pair.epochs.theirs) return pair
  return pair.epochs.theirs === 0 ? { ...pair, epochs: { ...pair.epochs, theirs } } : beginAnew(pair, { theirs })
}

/** They know more of us than we do: our database was restored, and nobody noticed. */
const hasForgotten = ({ epochs, sentSeq }: SyncPair, { peerEpoch, ack }: IncomingMessage): boolean =>
  peerEpoch > epochs.ours || (peerEpoch === epochs.ours && ack > sentSeq)

/** Only who does not know us yet may send without our epoch, and only its first message, or that the pair is over. */
const knowsOurEpoch = ({ epochs }: SyncPair, { peerEpoch, seq, ack, kind }: IncomingMessage): boolean =>
  peerEpoch === 0 ? ack === 0 && (seq === 1 || kind === 'unlink') : peerEpoch === epochs.ours

const refuse = (code: 'gap' | 'epoch_behind' | 'retry_later', pair: SyncPair): Receipt => ({
  kind: 'refused',
  code,
  pair,
  ...(code === 'retry_later'
    ? {}
    : { expected: { epoch: pair.epochs.ours, peerEpoch: pair.epochs.theirs, seq: lastSeqOf(pair) + 1 } }),
})

const lastSeqOf = ({ inbound, doneSeq }: SyncPair): number => inbound?.seq ?? doneSeq

function takeInTurn(pair: SyncPair, message: IncomingMessage): Receipt {
  const { seq, mid, kind } = message
  const last = lastSeqOf(pair)
  if (seq <= last)
    return isAnother(pair, seq, mid) ? refuse('gap', pair) : { kind: 'repeated', pair: repeatAnswer(pair) }
  // An unlink needs nothing of what went before; any other message comes after the result of the one before.
  if (seq !== last + 1 && kind !== 'unlink') return refuse('gap', pair)
  if (pair.inbound?.phase === 'planned' || (pair.inbound?.phase === 'waiting' && kind !== 'unlink'))
    return refuse('retry_later', pair)
  return take(pair, message)
}

/** Another message under a number that we know: its sender has lost its memory of the first one. */
function isAnother({ inbound, answer }: SyncPair, seq: number, mid: string): boolean {
  if (inbound?.seq === seq) return inbound.mid !== mid
  return answer?.seq === seq && answer.mid !== mid
}

/** Who repeats an old message has not received our newest answer, and may have forgotten more than that. */
const repeatAnswer = (pair: SyncPair): SyncPair =>
  pair.answer ? { ...pair, answer: { ...pair.answer, acknowledged: false } } : pair

function take(pair: SyncPair, message: IncomingMessage): Receipt {
  const { kind, seq, mid, ack, changed, via, hashes, record } = message
  if (kind === 'unlink') return end(moved(pair, 'peerUnlinked'), message, 'applied')
  if (pair.state === 'unlinked') return end(pair, message, 'unlinked')
  if (hasEnded(pair)) return end(kind === 'delete' ? moved(pair, 'peerRecordGone') : pair, message, 'gone')
  const inbound = {
    phase: 'waiting',
    kind,
    seq,
    mid,
    ack,
    changed,
    ...(via.length > 0 && { via }),
    hashes,
    written: pair.inbound?.written ?? {},
    ...(pair.inbound?.overwritten && { overwritten: pair.inbound.overwritten }),
  } as const
  return { kind: 'stored', pair: { ...pair, inbound, answer: null, remote: record ?? pair.remote } }
}

/** Nothing is left to apply. */
function end(pair: SyncPair, { seq, mid }: IncomingMessage, outcome: Answer['outcome']): Receipt {
  const answer = { seq, mid, outcome, acknowledged: false }
  const outbound = pair.outbound?.kind === 'unlink' || pair.outbound?.kind === 'delete' ? pair.outbound : null
  return {
    kind: 'repeated',
    pair: { ...pair, inbound: null, outbound, doneSeq: seq, answer, dirty: false, fault: null },
  }
}
