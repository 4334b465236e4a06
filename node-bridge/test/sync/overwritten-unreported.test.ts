import { expect, test } from '@jest/globals'

import { stepsBetween } from '../../src/sync/items/steps-between.ts'
import { afterTheirRestore } from '../../src/sync/pairs/begin-anew.ts'
import { concludeIncoming, notePlanned, planAnew } from '../../src/sync/pairs/conclude-incoming.ts'
import { receiveMessage } from '../../src/sync/pairs/receive-message.ts'
import { NOTHING, startPair, type SyncPair } from '../../src/sync/pairs/sync-pair.ts'

const mid = '5d5e34d4-6a44-4a37-8a86-3d3f1f6a4f11'
const received = receiveMessage(
  { ...startPair({ side: 'destination', epoch: 1 }), epochs: { ours: 1, theirs: 1 } },
  { kind: 'state', seq: 1, mid, ack: 0, epoch: 1, peerEpoch: 1, via: [], changed: ['/summary'], hashes: NOTHING },
  'own',
).pair as SyncPair
const planned = notePlanned(received, {
  id: 'a'.repeat(64),
  onVersion: '3',
  settles: { '/summary': 'theirs' },
  onceWritten: { syncBack: false, ignored: [], expected: {}, kept: [], overwritten: ['/summary'] },
})
const eventsOf = (after: SyncPair) => stepsBetween(planned, after).filter(({ event }) => event === 'overwritten')

test('what a plan may have overwritten stands in the history once: when it is reported, or when the pair begins anew before that', () => {
  expect(planned.inbound?.phase).toBe('planned')
  const reported = concludeIncoming(
    planned,
    { outcome: 'applied', record: { type: 'incident', key: 'INC1' }, ignored: [], version: '4', asPlanned: true },
    0,
  )
  expect(eventsOf(reported)).toEqual([{ event: 'overwritten', paths: ['/summary'], mid }])
  expect(eventsOf(afterTheirRestore(planned, 2))).toEqual([{ event: 'overwritten', paths: ['/summary'], mid }])
  expect(eventsOf(planAnew(planned))).toEqual([])
})
