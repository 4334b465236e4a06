import { describe, expect, test } from '@jest/globals'

import { stepsBetween } from '../../src/sync/items/steps-between.ts'
import { answerOf, answerUnknown, pairFor } from '../../src/sync/pairs/answer-of.ts'
import { applyResult } from '../../src/sync/pairs/apply-result.ts'
import { markDirty } from '../../src/sync/pairs/change-pair.ts'
import { concludeIncoming, notePlanned } from '../../src/sync/pairs/conclude-incoming.ts'
import { decideOutgoing } from '../../src/sync/pairs/decide-outgoing.ts'
import { hasWork, isDue } from '../../src/sync/pairs/pair-state.ts'
import { type IncomingMessage, receiveMessage } from '../../src/sync/pairs/receive-message.ts'
import { NOTHING, startPair, type SyncPair } from '../../src/sync/pairs/sync-pair.ts'

const linked: SyncPair = {
  ...startPair({ side: 'destination', epoch: 1 }),
  state: 'linked',
  dirty: false,
  epochs: { ours: 1, theirs: 1 },
  synced: { ...NOTHING, paths: { '/v': '0' } },
}
const DELETE: IncomingMessage = {
  kind: 'delete',
  mid: 'd1',
  epoch: 1,
  peerEpoch: 1,
  seq: 1,
  ack: 0,
  via: [],
  changed: [],
  hashes: NOTHING,
}
const MOMENT = { mid: 'm1', nowMs: 0 }
const arrived = (pair: SyncPair = linked): SyncPair => receiveMessage(pair, DELETE, 'us').pair
const planned = notePlanned(arrived(), { id: 'p', onVersion: '3', settles: {} })
const written = {
  outcome: 'applied',
  record: { type: 'incident', key: 'INC1' },
  ignored: [],
  version: '4',
  asPlanned: true,
} as const
const held = concludeIncoming(arrived(), { outcome: 'quarantined', code: 'access_missing' }, 0)

describe('a delete of the other side ends the pair', () => {
  test.each([
    ['where ours stays or is written', written, 'deleted_there', 'applied'],
    ['where the rules stop', { outcome: 'stopped' } as const, 'deleted_there', 'stopped'],
    ['where somebody skips it', { outcome: 'skipped' } as const, 'deleted_there', 'skipped'],
    ['where ours is gone as well', { outcome: 'gone' } as const, 'unlinked', 'gone'],
  ])('%s', (_when, conclusion, state, outcome) => {
    for (const pair of [arrived(), planned, held, { ...held, fault: { code: 'value_unmapped' } as const }]) {
      const done = concludeIncoming(pair, conclusion, 0)
      expect([done.state, done.answer?.outcome, done.inbound, done.fault]).toEqual([state, outcome, null, null])
      // Whatever is noticed of our record from here on is nobody's business.
      expect([hasWork(markDirty(done)), markDirty(done).dirty]).toEqual([false, false])
    }
  })

  test('and not before it is settled: what waits for a person keeps the pair', () => {
    expect([held.state, held.answer?.outcome, held.inbound?.phase]).toEqual(['linked', 'quarantined', 'quarantined'])
  })

  test('and the notice of what the plan has deleted, before its outcome or after it, makes no delete of ours', () => {
    const noticed = markDirty(planned)
    expect(isDue(noticed)).toBe(false)
    expect(decideOutgoing(noticed, { kind: 'gone' }, MOMENT)).toMatchObject({ kind: 'rest', why: 'busy' })
    expect(concludeIncoming(noticed, { outcome: 'gone' }, 0)).toMatchObject({ dirty: false, outbound: null })
  })

  test('and where it waits for a person, and ours is deleted by hand, the answer says so and no delete of ours', () => {
    const decision = decideOutgoing(markDirty(held), { kind: 'gone' }, MOMENT)
    expect(decision).toMatchObject({ kind: 'rest', why: 'ended', pair: { state: 'unlinked', outbound: null } })
    expect(decision.pair.answer).toMatchObject({ outcome: 'gone', acknowledged: false })
  })

  test('once: repeated, late or out of order it says what was said before', () => {
    const done = concludeIncoming(planned, { outcome: 'gone' }, 0)
    const again = receiveMessage(done, DELETE, 'us')
    expect([again.kind, again.pair.state, again.pair.answer?.outcome]).toEqual(['repeated', 'unlinked', 'gone'])
    expect(receiveMessage(linked, { ...DELETE, seq: 2 }, 'us')).toMatchObject({ kind: 'refused', code: 'gap' })
    expect(receiveMessage(planned, { ...DELETE, seq: 2, mid: 'd2' }, 'us')).toMatchObject({ code: 'retry_later' })
    expect(receiveMessage(done, { ...DELETE, mid: 'another' }, 'us')).toMatchObject({ kind: 'refused', code: 'gap' })
  })

  test('and takes the place of a state that waits for a person', () => {
    const state = { ...DELETE, kind: 'state', mid: 's1', changed: ['/v'] } as const
    const stuck = concludeIncoming(
      receiveMessage(linked, state, 'us').pair,
      { outcome: 'quarantined', code: 'value_unmapped' },
      0,
    )
    expect(receiveMessage(stuck, { ...DELETE, seq: 2 }, 'us').pair.inbound).toMatchObject({
      kind: 'delete',
      phase: 'waiting',
    })
    const waiting = receiveMessage(linked, state, 'us').pair
    expect(receiveMessage(waiting, { ...DELETE, seq: 2 }, 'us')).toMatchObject({ code: 'retry_later' })
  })

  test('of which nothing is known here is answered, and nothing is kept', () => {
    const known = pairFor(DELETE, { side: 'destination', epoch: 1, history: undefined })
    const receipt = answerUnknown(receiveMessage(known, DELETE, 'us'), DELETE)
    expect([receipt.kind, answerOf(receipt.pair)?.outcome]).toEqual(['repeated', 'gone'])
  })
})

test('its sender ends with both records gone, or with its own alone', () => {
  const { pair } = decideOutgoing({ ...linked, dirty: true }, { kind: 'gone' }, MOMENT)
  expect(pair).toMatchObject({ state: 'deleted_here', outbound: { kind: 'delete' } })
  const place = { epoch: 1, peerEpoch: 1, seq: 1 }
  for (const [outcome, state] of [
    ['gone', 'unlinked'],
    ['applied', 'deleted_here'],
    ['stopped', 'deleted_here'],
    ['skipped', 'deleted_here'],
  ] as const) {
    const stuck = applyResult(pair, { ...place, outcome: 'quarantined', class: 'rules' })
    for (const done of [applyResult(pair, { ...place, outcome }), applyResult(stuck, { ...place, outcome })])
      expect([done.state, done.outbound, done.dirty]).toEqual([state, null, false])
  }
})

test('people read what has become of it', () => {
  const said = (conclusion: Parameters<typeof concludeIncoming>[1]) =>
    stepsBetween(planned, concludeIncoming(planned, conclusion, 0)).map(({ event }) => event)
  expect(said({ outcome: 'gone' })).toEqual(['deletedThere', 'deletedHere'])
  expect(said(written)).toEqual(['applied', 'deletedThere'])
  expect(said({ outcome: 'stopped' })).toEqual(['stopped', 'deletedThere'])
  expect(said({ outcome: 'skipped' })).toEqual(['skipped', 'deletedThere'])
})
