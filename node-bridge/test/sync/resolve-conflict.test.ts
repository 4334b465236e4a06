import { expect, test } from '@jest/globals'

import { notePlanned } from '../../src/sync/pairs/conclude-incoming.ts'
import { receiveMessage } from '../../src/sync/pairs/receive-message.ts'
import { resolveConflict } from '../../src/sync/pairs/resolve-conflict.ts'
import { NOTHING, startPair, type SyncPair } from '../../src/sync/pairs/sync-pair.ts'

const theirs = {
  kind: 'state',
  mid: 'm1',
  epoch: 1,
  peerEpoch: 1,
  seq: 1,
  ack: 0,
  via: [],
  changed: ['/v'],
  hashes: { ...NOTHING, paths: { '/v': '7' } },
} as const

const onceWritten = { ignored: [], expected: {}, syncBack: false }

function waitingAt(side: 'source' | 'destination'): SyncPair {
  const pair: SyncPair = {
    ...startPair({ side, epoch: 1 }),
    state: 'linked',
    epochs: { ours: 1, theirs: 1 },
    synced: { ...NOTHING, paths: { '/v': '0' } },
  }
  return receiveMessage(pair, theirs, 'us').pair
}

function resolve(pair: SyncPair, ours: string) {
  if (!pair.inbound) throw new Error('Nothing has come in')
  return resolveConflict(pair, pair.inbound, { '/v': ours })
}

test('where both have changed a path the source keeps its value, and the one of the destination is overwritten', () => {
  expect(resolve(waitingAt('source'), '5')).toEqual({ take: [], keep: ['/v'], overwritten: [] })
  expect(resolve(waitingAt('destination'), '5')).toEqual({ take: ['/v'], keep: [], overwritten: ['/v'] })
})

test('where both come to one value, and a message of the source that says another is on its way, the source has not agreed', () => {
  const on = { phase: 'received', kind: 'state', seq: 1, mid: 'o1' } as const
  const waiting = { ...waitingAt('source'), unacknowledged: { '/v': 1 }, sentSeq: 1 }
  const saying = (value: string): SyncPair => ({
    ...waiting,
    outbound: { ...on, hashes: { paths: { '/v': value }, comments: {}, files: {} } },
  })
  // No conflict either: nothing of anybody is lost.
  expect(resolve(saying('5'), '7')).toEqual({ take: [], keep: [], overwritten: [] })
  expect(resolve(saying('7'), '7')).toEqual({ take: ['/v'], keep: [], overwritten: [] })
  // Its result is here, the message of the other side is older than that.
  const answered: SyncPair = { ...waiting, synced: { ...NOTHING, paths: { '/v': '5' } } }
  expect(resolve(answered, '7').take).toEqual([])
  // The destination takes what the source says in any case.
  expect(resolve({ ...saying('5'), side: 'destination' }, '7').take).toEqual(['/v'])
})

test('what was overwritten by a plan whose outcome never came is still in the history of the plan that takes its place', () => {
  const waiting = waitingAt('destination')
  const planned = notePlanned(waiting, {
    id: 'p',
    onVersion: '1',
    settles: { '/v': '7' },
    onceWritten: { ...onceWritten, overwritten: ['/v'] },
  })
  // The job that wrote it died before it could say so: the record has the value already.
  expect(resolve(planned, '7').overwritten).toEqual(['/v'])
  // It died before it wrote, and people changed the value back to what both know.
  expect(resolve(planned, '0').overwritten).toEqual([])
  // Or once more: that is a conflict of its own.
  expect(resolve(planned, '6').overwritten).toEqual(['/v'])
})
