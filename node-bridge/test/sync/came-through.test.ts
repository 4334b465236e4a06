import { describe, expect, test } from '@jest/globals'

import { passerUidOf } from '../../src/sync/items/ends.ts'
import { cameThrough, viaOf } from '../../src/sync/pairs/came-through.ts'
import { startPair, type SyncPair } from '../../src/sync/pairs/sync-pair.ts'

const pair = (change: Partial<SyncPair> = {}): SyncPair => ({ ...startPair({ side: 'source', epoch: 1 }), ...change })
const brought = (atMs: number, ...via: string[]) => pair({ state: 'linked', brought: { via, atMs } })

describe('what another connection has brought to the record', () => {
  test('was there since the other side was last acknowledged: the message says through whom it came', () => {
    const acknowledged = pair({ state: 'linked', acknowledgedMs: 100 })
    expect(cameThrough(acknowledged, [brought(100, 'a', 'b')])).toEqual([['a', 'b']])
    expect(cameThrough(acknowledged, [brought(99, 'a', 'b')])).toEqual([])
  })

  test('made the record: a first message says so, whenever that was', () => {
    const made = pair({ state: 'linked', origin: ['a'] })
    expect(cameThrough(pair({ acknowledgedMs: 100 }), [made])).toEqual([['a']])
    expect(cameThrough(pair({ state: 'linked', acknowledgedMs: 100 }), [made])).toEqual([])
  })

  test('is being written and may stand in the record already', () => {
    const plan = { id: 'p', onVersion: '1', settles: {} }
    const arrived = { kind: 'state', seq: 1, mid: 'm', ack: 0, changed: [], written: {} } as const
    const hashes = { paths: {}, comments: {}, files: {} }
    const writing = pair({ inbound: { ...arrived, hashes, phase: 'planned', plan, via: ['a'] } })
    expect(cameThrough(pair({ state: 'linked', acknowledgedMs: 100 }), [writing])).toEqual([['a']])
  })
})

test('what has come through five instances goes to no sixth; each is named once', () => {
  expect(viaOf([['a', 'b', 'c', 'd', 'e']], 'us')).toBeUndefined()
  expect(viaOf([['a', 'b', 'c', 'd']], 'us')).toEqual(['a', 'b', 'c', 'd'])
  expect(viaOf([['a', 'b'], ['b', 'c'], []], 'us')).toEqual(['a', 'b', 'c'])
})

test('what has left by this end before does not leave by it again', () => {
  expect(viaOf([['us', 'a']], 'us')).toBeUndefined()
})

test('where both ends are on one instance each has a name of its own', () => {
  const instanceUid = '3a1f0c52-7d1e-4a86-9e0b-2f6f5d0b7c11'
  const end = (id: string, peerConnectionId: string | null, side: 'source' | 'destination') =>
    passerUidOf({ instanceUid }, { id, peerConnectionId, side })
  const names = [end('x', 'y', 'source'), end('y', 'x', 'destination'), end('z', 'y', 'source')]
  expect(new Set(names).size).toBe(3)
  expect(end('x', null, 'source')).toBe(instanceUid)
})
