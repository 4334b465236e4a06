import { expectState } from '../../node-bridge/src/sync/pairs/expected-state.ts'
import { resolveConflict } from '../../node-bridge/src/sync/pairs/resolve-conflict.ts'
import { type IncomingMessage, receiveMessage } from '../../node-bridge/src/sync/pairs/receive-message.ts'
import { type Inbound, NOTHING, startPair, type SyncPair } from '../../node-bridge/src/sync/pairs/sync-pair.ts'
import { fixedUuid } from './fixed-keys.ts'
import { IDS } from './stage.ts'

const values = (paths: Record<string, string>) => ({ ...NOTHING, paths })
const SYNCED = { '/priority': 'High', '/status': 'New' }

const linked = (change: Partial<SyncPair> = {}): SyncPair => ({
  ...startPair({ side: 'destination', epoch: 7 }),
  state: 'linked',
  epochs: { ours: 7, theirs: 5 },
  sentSeq: 2,
  doneSeq: 3,
  synced: values(SYNCED),
  answer: { seq: 3, mid: fixedUuid('third'), outcome: 'applied', acknowledged: true },
  ...change,
})

const message = (change: Partial<IncomingMessage> = {}): IncomingMessage => ({
  kind: 'state',
  mid: fixedUuid('fourth'),
  epoch: 5,
  peerEpoch: 7,
  seq: 4,
  ack: 2,
  via: [IDS.nodeA],
  changed: ['/priority'],
  hashes: values({ '/priority': 'Low', '/status': 'New' }),
  ...change,
})

const inboundOf = (change: Partial<IncomingMessage> = {}): Inbound => {
  const { kind, seq, mid, ack, changed, hashes } = message(change)
  return { phase: 'waiting', kind, seq, mid, ack, changed, hashes, written: {} }
}

/** PROTOCOL.md §11.6 to §11.8. Values stand in the place of their hashes. */
export const createSyncPairFixtures = () => ({
  about:
    'The receiver is node B, the destination; it knows `pair` and receives `message`. Then it answers `received`, or refuses, and knows `next`. Values of paths stand in the place of their hashes.',
  receiver: IDS.nodeB,
  receipts: receipts(),
  conflicts: conflicts(),
  expectedStates: expectedStates(),
})

function receipts() {
  const waiting = linked({ inbound: inboundOf() })
  const rules = { code: 'value_unmapped' } as const
  const cases: readonly (readonly [string, SyncPair, IncomingMessage])[] = [
    ['the next message', linked(), message()],
    ['the same message again', waiting, message()],
    ['the message before again', linked(), message({ seq: 3, mid: fixedUuid('third') })],
    ['another message under the number before', linked(), message({ seq: 3 })],
    ['a message too far', linked(), message({ seq: 5 })],
    ['a newer message while one waits', waiting, message({ seq: 5, mid: fixedUuid('fifth') })],
    [
      'a newer message than one in quarantine',
      linked({ inbound: { ...inboundOf(), phase: 'quarantined', fault: rules } }),
      message({ seq: 5, mid: fixedUuid('fifth') }),
    ],
    ['a message of the past of its sender', linked(), message({ epoch: 4 })],
    ['a message of a sender that has begun anew', linked(), message({ epoch: 6, seq: 1, ack: 0 })],
    ['a message that knows an earlier life of ours only', linked(), message({ peerEpoch: 6 })],
    ['a message that knows a later life of ours', linked(), message({ peerEpoch: 9 })],
    ['a message that acknowledges what was never sent', linked(), message({ ack: 3 })],
    [
      'a first message',
      { ...startPair({ side: 'destination', epoch: 7 }), dirty: false },
      message({ seq: 1, ack: 0, peerEpoch: 0 }),
    ],
    ['a change that came through the receiver', linked(), message({ via: [IDS.nodeB, IDS.nodeA] })],
    ['the end of the pair, out of turn', waiting, message({ kind: 'unlink', seq: 9, changed: [], hashes: NOTHING })],
    ['a message to a pair that is over', linked({ state: 'unlinked' }), message()],
    ['a message for a record that is gone', linked({ state: 'deleted_here' }), message()],
  ]
  return cases.map(([name, pair, incoming]) => {
    const receipt = receiveMessage(pair, incoming, IDS.nodeB)
    const { pair: next, kind, ...refusal } = receipt
    return {
      name,
      pair: detailsOf(pair),
      message: incoming,
      answer: kind === 'refused' ? refusal : 'received',
      next: detailsOf(next),
    }
  })
}

/** What another implementation has to know as well. */
const detailsOf = ({ state, epochs, sentSeq, doneSeq, inbound, answer }: SyncPair) => ({
  state,
  epochs,
  sentSeq,
  doneSeq,
  inbound: inbound && { phase: inbound.phase, seq: inbound.seq, mid: inbound.mid },
  answer: answer && { seq: answer.seq, mid: answer.mid, outcome: answer.outcome },
})

function conflicts() {
  const cases = [
    ['nothing changed here', { '/priority': 'High' }, {}, 2],
    ['changed here and not sent yet', { '/priority': 'Urgent' }, {}, 2],
    ['changed here to the same value', { '/priority': 'Low' }, {}, 2],
    ['sent, and not acknowledged by the other side', { '/priority': 'High' }, { '/priority': 2 }, 1],
    ['sent, and acknowledged by the other side', { '/priority': 'High' }, { '/priority': 2 }, 2],
  ] as const
  return (['source', 'destination'] as const).flatMap((side) =>
    cases.map(([name, own, unacknowledged, ack]) => {
      const inbound = inboundOf({ ack })
      const resolution = resolveConflict(linked({ side, unacknowledged }), inbound, { ...SYNCED, ...own })
      return {
        name,
        side,
        synced: SYNCED,
        own: { ...SYNCED, ...own },
        unacknowledged,
        ack,
        changed: inbound.changed,
        received: inbound.hashes.paths,
        ...resolution,
      }
    }),
  )
}

function expectedStates() {
  const before = { '/priority': 'High', '/status': 'New', '/customKeys/notes': '' }
  const cases = [
    ['written as received', ['/priority'], [], { ...before, '/priority': 'Low' }],
    ['made coarser by the mapping', ['/priority'], [], { ...before, '/priority': 'Medium' }],
    ['coarser, so that nothing changed', ['/priority'], [], before],
    ['a path that the rules do not read', ['/priority'], ['/priority'], before],
    [
      'a path beside it that the plan changes',
      ['/status'],
      [],
      { ...before, '/status': 'Done', '/customKeys/notes': 'by A' },
    ],
    ['a path that goes', ['/priority'], [], { '/status': 'New', '/customKeys/notes': '' }],
  ] as const
  return cases.map(([name, take, ignored, planned]) => ({
    name,
    take,
    ignored,
    before,
    planned,
    settles: expectState({ take, ignored, before, planned }),
  }))
}
