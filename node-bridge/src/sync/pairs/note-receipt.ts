import type { MessageRefusal } from '@accord/shared/sync'

import { afterForgetting, beginAnew } from './begin-anew.ts'
import type { Expected } from './receive-message.ts'
import type { Answer, SyncPair } from './sync-pair.ts'

/** Which of our messages, or whose answer, an exchange speaks of. */
export interface ExchangePlace {
  /** Of who sent the message. */
  readonly epoch: number
  /** Of who received it, as the message named it: 0 where its sender knew none yet. */
  readonly peerEpoch: number
  readonly seq: number
}

/** Our message has arrived: it is repeated no more, but for a rare question after its result. */
export const noteReceived = (pair: SyncPair, place: ExchangePlace): SyncPair =>
  pair.outbound?.phase === 'sending' && isOurs(pair, place)
    ? { ...pair, outbound: { ...pair.outbound, phase: 'received' } }
    : pair

/** Which of our results the other side has noted. */
export interface SettledResult extends ExchangePlace, Pick<Answer, 'outcome'> {
  readonly class?: Answer['class'] | undefined
}

/** The other side has noted our result. What it noted before a retry is not what came of that. */
export const noteSettled = (pair: SyncPair, settled: SettledResult): SyncPair =>
  pair.answer && isOf(pair, pair.answer, settled) ? { ...pair, answer: { ...pair.answer, acknowledged: true } } : pair

const isOf = ({ epochs }: SyncPair, answer: Answer, { epoch, peerEpoch, ...settled }: SettledResult): boolean =>
  epoch === epochs.theirs &&
  peerEpoch === epochs.ours &&
  answer.seq === settled.seq &&
  answer.outcome === settled.outcome &&
  answer.class === settled.class

const isOurs = ({ epochs, outbound }: SyncPair, { epoch, peerEpoch, seq }: ExchangePlace): boolean =>
  outbound?.seq === seq && epoch === epochs.ours && (peerEpoch === 0 || peerEpoch === epochs.theirs)

/**
 * The other side does not take our message. What passes by itself changes nothing: the message is repeated, signed by the
 * key of now. What the message itself is to blame for waits for a person, and frees its number.
 */
export function noteRefused(
  pair: SyncPair,
  { code, expected, ...place }: ExchangePlace & { readonly code: MessageRefusal; readonly expected?: Expected },
): SyncPair {
  if (!isOurs(pair, place)) return pair
  switch (code) {
    case 'retry_later':
    case 'proof_invalid':
      return pair
    case 'epoch_behind':
      return expected && expected.epoch > pair.epochs.theirs ? beginAnew(pair, { theirs: expected.epoch }) : pair
    case 'gap':
      return afterForgetting(pair, expected?.peerEpoch ?? 0)
    default:
      return { ...pair, outbound: null, sentSeq: place.seq - 1, dirty: true, fault: { code: faultOf(code) } }
  }
}

const faultOf = (code: 'malformed' | 'too_large' | 'unsupported' | 'loop') =>
  code === 'malformed' ? 'replica_invalid' : code
