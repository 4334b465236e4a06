import { startPair, type SyncPair } from '../../../src/sync/pairs/sync-pair.ts'
import {
  contentOf,
  hashesOf,
  type ModelRecord,
  NO_FILES,
  type Scenario,
  type SideState,
  THREE,
  TWO,
  type World,
} from './world.ts'

const RECORD: ModelRecord = { v: 0, d: 0, comments: {}, files: {}, version: 0 }

/** Two records that were linked long ago and are equal. */
export const linkedPair = (side: SyncPair['side']): SyncPair => ({
  ...startPair({ side, epoch: 1 }),
  state: 'linked',
  dirty: false,
  seenVersion: '0',
  epochs: { ours: 1, theirs: 1 },
  synced: hashesOf(contentOf(RECORD)),
  remote: { type: 'incident', key: 'INC1' },
})

const side = (role: SyncPair['side']): SideState => ({
  record: RECORD,
  pair: linkedPair(role),
  notice: false,
  effects: ['created'],
  plan: null,
  carried: NO_FILES,
  outText: null,
  inText: null,
  applied: { content: null, epoch: 0, peerEpoch: 0, seq: 0 },
  sent: 0,
  causes: 0,
  life: 1,
})

export function startOf({ budget, first, three }: Scenario): World {
  const world: World = {
    A: side('source'),
    B: side('destination'),
    b: side('source'),
    C: side('destination'),
    names: three ? THREE : TWO,
    net: [],
    left: budget,
    overwritten: false,
    outOfOrder: false,
  }
  if (!first) return world
  const unborn = (role: SyncPair['side']) => ({
    record: null,
    pair: { ...startPair({ side: role, epoch: 1 }), dirty: false },
  })
  return {
    ...world,
    A: { ...world.A, pair: startPair({ side: 'source', epoch: 1 }), causes: 1 },
    B: { ...world.B, ...unborn('destination'), effects: [] },
    b: { ...world.b, ...unborn('source') },
    C: { ...world.C, ...unborn('destination'), effects: [] },
  }
}
