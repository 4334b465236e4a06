import type { ReceivedResult } from './apply-result.ts'
import { startPair, type NewPair, type SyncPair } from './sync-pair.ts'
import { concludeIncoming } from './conclude-incoming.ts'
import type { IncomingMessage, Receipt } from './receive-message.ts'

/** Our result as the other side reads it; undefined before there is one. `createResult` signs it. */
export function answerOf({ answer, epochs }: SyncPair): ReceivedResult | undefined {
  if (!answer) return undefined
  const { mid: _, acknowledged: __, ...said } = answer
  return { epoch: epochs.theirs, peerEpoch: epochs.ours, ...said }
}

/**
 * The pair for a message that names one which is not known here, to be given to `receiveMessage`. It is stored only where
 * that answers `stored`; where it answers `repeated` the sender is sent `answerOf` at once, and nothing is kept.
 */
export function pairFor(message: IncomingMessage, { side, epoch, history }: NewPair): SyncPair {
  const isFirst = message.seq === 1 && message.ack === 0
  const ours = isFirst ? Math.max(epoch, message.peerEpoch) : epoch
  // Who knows an epoch of ours had this pair with us, and we have forgotten it: both records may be there.
  const isForgotten = isFirst && message.peerEpoch > 0
  return {
    ...startPair({ side, epoch: ours, history }),
    dirty: false,
    ...(isForgotten && { isComparing: true as const, sendsAll: true as const }),
  }
}

/** That a record is gone which nothing here was ever kept equal with is answered, and leaves nothing behind. */
export const answerUnknown = (receipt: Receipt, { kind }: IncomingMessage): Receipt =>
  receipt.kind === 'stored' && kind === 'delete'
    ? { kind: 'repeated', pair: concludeIncoming(receipt.pair, { outcome: 'gone' }, 0) }
    : receipt
