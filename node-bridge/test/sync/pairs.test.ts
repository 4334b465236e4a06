import { describe, expect, test } from '@jest/globals'
import { SYNC_LIMITS } from '@accord/shared/sync'

import { applyResult } from '../../src/sync/pairs/apply-result.ts'
import { afterRestore, epochOfLife } from '../../src/sync/pairs/begin-anew.ts'
import { markDirty, noteScanned, retryOutgoing, unlinkPair } from '../../src/sync/pairs/change-pair.ts'
import { concludeIncoming, notePlanned, retryIncoming } from '../../src/sync/pairs/conclude-incoming.ts'
import { decideOutgoing, type Observation } from '../../src/sync/pairs/decide-outgoing.ts'
import { fitComments } from '../../src/sync/pairs/fit-comments.ts'
import { newComments } from '../../src/sync/pairs/brought-entries.ts'
import { noteReceived, noteRefused, noteSettled } from '../../src/sync/pairs/note-receipt.ts'
import { hasEnded, isDue, isDueIncoming } from '../../src/sync/pairs/pair-state.ts'
import { type IncomingMessage, receiveMessage } from '../../src/sync/pairs/receive-message.ts'
import { NOTHING, startPair, type SyncPair } from '../../src/sync/pairs/sync-pair.ts'

const linked = (change: Partial<SyncPair> = {}): SyncPair => ({
  ...startPair({ side: 'source', epoch: 1 }),
  state: 'linked',
  dirty: true,
  epochs: { ours: 1, theirs: 1 },
  synced: { ...NOTHING, paths: { '/v': '0' } },
  ...change,
})

const seen = (v: string, comments: readonly string[] = []): Observation => ({
  kind: 'record',
  version: v,
  hashes: { ...NOTHING, paths: { '/v': v }, comments: Object.fromEntries(comments.map((id) => [id, '1'])) },
  record: { type: 'incident', key: 'INC1' },
  replica: { v, customKeys: {} },
  comments: comments.map((id) => ({ id, body: '', author: { name: '' }, at: '', internal: false, edited: false })),
  files: [],
})

let messages = 0
const moment = (nowMs = 0) => ({ mid: `m${++messages}`, nowMs })

function sent(pair: SyncPair, v: string, nowMs = 0) {
  const decision = decideOutgoing(pair, seen(v), moment(nowMs))
  if (decision.kind !== 'send') throw new Error(`Nothing was sent: ${decision.why}`)
  return decision
}

const message = (change: Partial<IncomingMessage> = {}): IncomingMessage => ({
  kind: 'state',
  mid: `theirs${change.seq ?? 1}`,
  epoch: 1,
  peerEpoch: 1,
  seq: 1,
  ack: 0,
  via: [],
  changed: ['/v'],
  hashes: { ...NOTHING, paths: { '/v': '7' } },
  ...change,
})

const place = (seq: number) => ({ epoch: 1, peerEpoch: 1, seq })

describe('a message in quarantine at the other side', () => {
  const held = applyResult(sent(linked(), '1').pair, { ...place(1), outcome: 'quarantined', class: 'rules' })

  test('is not sent again, and tells its class', () => {
    expect(held.outbound).toMatchObject({ phase: 'held', class: 'rules', seq: 1 })
    expect(decideOutgoing(markDirty(held), seen('1'), moment())).toMatchObject({ kind: 'rest', why: 'equal' })
  })

  test('is replaced by a newer state, which holds its paths, too', () => {
    const { message: next, pair } = sent(markDirty(held), '2')
    expect(next).toMatchObject({ seq: 2, changed: ['/v'] })
    expect(pair.outbound).toMatchObject({ phase: 'sending', seq: 2 })
  })

  test('is replaced when the change was taken back, so that a retry over there does not bring it', () => {
    expect(sent(markDirty(held), '0').message).toMatchObject({ seq: 2, changed: ['/v'] })
  })

  test('counts as known there once the other side got through with it after all', () => {
    const done = applyResult(held, { ...place(1), outcome: 'applied' })
    expect([done.outbound, done.synced.paths, done.dirty]).toEqual([null, { '/v': '1' }, true])
  })

  test('its late result says nothing of the message that replaced it', () => {
    const { pair } = sent(markDirty(held), '2')
    expect(applyResult(pair, { ...place(1), outcome: 'applied' })).toEqual(pair)
  })
})

describe('notices that repeat', () => {
  test('of a version that was seen change nothing, not even the row of the pair', () => {
    const pair = linked({ dirty: false, seenVersion: '7' })
    expect(noteScanned(pair, '7')).toBe(pair)
    const dirty = noteScanned(pair, '8')
    expect([dirty.dirty, noteScanned(dirty, '8')]).toEqual([true, dirty])
  })

  test('of which nobody knows the version cost one look, which sends nothing where nothing differs', () => {
    const pair = linked({ dirty: false })
    const often = [1, 2, 3].reduce(markDirty, pair)
    expect(often).toEqual(markDirty(pair))
    expect(decideOutgoing(often, seen('0'), moment())).toMatchObject({ kind: 'rest', why: 'equal' })
  })
})

describe('a message that came in', () => {
  const waiting = receiveMessage(linked({ dirty: false }), message(), 'us').pair
  const stuck = concludeIncoming(waiting, { outcome: 'quarantined', code: 'value_unmapped', paths: ['/v'] }, 0)

  test('that cannot be applied waits, its sender gets the class and no more, and the other direction goes on', () => {
    expect(stuck.inbound).toMatchObject({ phase: 'quarantined', fault: { code: 'value_unmapped' } })
    expect(stuck.answer).toEqual({
      seq: 1,
      mid: 'theirs1',
      outcome: 'quarantined',
      class: 'rules',
      acknowledged: false,
    })
    expect([isDueIncoming(stuck), stuck.doneSeq]).toEqual([false, 0])
    expect(sent(markDirty(stuck), '2').message).toMatchObject({ seq: 1, ack: 0 })
  })

  test('is tried again by a person or by new rules, and is final then', () => {
    const again = retryIncoming(stuck)
    expect(isDueIncoming(again)).toBe(true)
    const done = concludeIncoming(again, { outcome: 'skipped' }, 0)
    expect([done.doneSeq, done.inbound, done.answer?.outcome]).toEqual([1, null, 'skipped'])
  })

  test('holds back what goes out while its plan is written', () => {
    const planned = notePlanned(markDirty(waiting), { id: 'p', onVersion: null, settles: { '/v': '7' } })
    expect([isDue(markDirty(waiting)), isDue(planned)]).toEqual([true, false])
    expect(decideOutgoing(planned, seen('9'), moment())).toMatchObject({
      kind: 'rest',
      why: 'busy',
      pair: { dirty: true },
    })
  })

  test('that was half written before it got stuck is no change of ours', () => {
    const planned = notePlanned(waiting, { id: 'p', onVersion: null, settles: { '/v': '7' } })
    const half = concludeIncoming(planned, { outcome: 'quarantined', code: 'version_contended' }, 0)
    expect(decideOutgoing(markDirty(half), seen('7'), moment())).toMatchObject({ kind: 'rest', why: 'equal' })
    expect(sent(markDirty(half), '8').message).toMatchObject({ changed: ['/v'] })
  })

  test('for a record that is gone ends the pair, and its sender learns that', () => {
    const gone = concludeIncoming(waiting, { outcome: 'gone' }, 0)
    expect([gone.state, gone.answer?.outcome, hasEnded(gone)]).toEqual(['deleted_here', 'gone', true])
  })

  test('brings no comment that came from here, nor one that is known', () => {
    const received = message({
      hashes: { ...NOTHING, comments: { 'us:1': 'a', 'them:1': 'b', 'them:2': 'c', 'them:3': 'd' } },
    })
    const known = linked({ synced: { ...NOTHING, comments: { 'them:1': 'b', 'them:2': 'old' } } })
    const { pair } = receiveMessage(known, received, 'us')
    expect(pair.inbound && newComments(pair, pair.inbound, 'us')).toEqual(['them:2', 'them:3'])
  })
})

describe('what an exchange tells of our messages', () => {
  const { pair } = sent(linked(), '1')

  test('received stops the repetition, for exactly that message', () => {
    expect(noteReceived(pair, place(1)).outbound?.phase).toBe('received')
    for (const other of [place(2), { ...place(1), epoch: 2 }, { ...place(1), peerEpoch: 2 }])
      expect(noteReceived(pair, other)).toEqual(pair)
  })

  test('settled stops the telling of a result', () => {
    const done = concludeIncoming(receiveMessage(linked(), message(), 'us').pair, { outcome: 'stopped' }, 0)
    expect(done.answer?.acknowledged).toBe(false)
    const settled = { ...place(1), outcome: 'stopped' } as const
    expect(noteSettled(done, settled).answer?.acknowledged).toBe(true)
    expect(noteSettled(done, { ...settled, seq: 2 }).answer?.acknowledged).toBe(false)
    // A repetition of the message says that it did not arrive after all.
    expect(receiveMessage(noteSettled(done, settled), message(), 'us').pair.answer?.acknowledged).toBe(false)
  })

  test.each([
    ['script_threw', 'rules'],
    ['script_timed_out', 'rules'],
    ['script_out_of_memory', 'rules'],
    ['not_deterministic', 'rules'],
    ['value_unmapped', 'rules'],
    ['journal_widened', 'rules'],
    ['loop', 'rules'],
    ['ping_pong', 'rules'],
    ['file_failed', 'rules'],
    ['choice_unknown', 'data'],
    ['lookup_ambiguous', 'data'],
    ['replica_invalid', 'data'],
    ['unsupported', 'data'],
    ['access_missing', 'permission'],
    ['refused_by_instance', 'permission'],
    ['link_refused', 'permission'],
    ['too_large', 'size'],
    ['record_gone', 'gone'],
  ] as const)('of %s the other side receives the class %s and nothing else, and a retry lets it go', (code, why) => {
    const held = concludeIncoming(
      receiveMessage(linked(), message(), 'us').pair,
      { outcome: 'quarantined', code, paths: ['/v'] },
      0,
    )
    expect(held.inbound).toMatchObject({ phase: 'quarantined', fault: { code, paths: ['/v'] } })
    expect(held.answer).toEqual({
      seq: 1,
      mid: 'theirs1',
      outcome: 'quarantined',
      class: why,
      acknowledged: false,
    })
    expect(isDueIncoming(held)).toBe(false)
    expect(isDueIncoming(retryIncoming(held))).toBe(true)
  })

  test('what is settled of a quarantine is not the final result that a retry has brought meanwhile', () => {
    const held = concludeIncoming(
      receiveMessage(linked(), message(), 'us').pair,
      { outcome: 'quarantined', code: 'access_missing' },
      0,
    )
    const settled = { ...place(1), outcome: 'quarantined', class: 'permission' } as const
    expect(noteSettled(held, settled).answer?.acknowledged).toBe(true)
    expect(noteSettled(held, { ...settled, class: 'rules' }).answer?.acknowledged).toBe(false)
    const done = concludeIncoming(retryIncoming(held), { outcome: 'stopped' }, 0)
    expect(noteSettled(done, settled).answer?.acknowledged).toBe(false)
  })

  test.each(['retry_later', 'proof_invalid'] as const)('%s changes nothing', (code) => {
    expect(noteRefused(pair, { ...place(1), code })).toEqual(pair)
  })

  test.each([
    ['malformed', 'replica_invalid'],
    ['too_large', 'too_large'],
    ['unsupported', 'unsupported'],
    ['loop', 'loop'],
  ] as const)('%s stops what goes out until a person or a change comes, and frees the number', (code, fault) => {
    const stopped = noteRefused(pair, { ...place(1), code })
    expect([stopped.fault?.code, stopped.outbound, isDue(stopped)]).toEqual([fault, null, false])
    expect(sent(markDirty(stopped), '2').message.seq).toBe(1)
  })

  test('a gap begins the pair anew under an epoch above all that is known; a late word of it changes nothing', () => {
    const anew = noteRefused(pair, { ...place(1), code: 'gap', expected: { epoch: 1, peerEpoch: 4, seq: 1 } })
    expect([anew.state, anew.epochs, anew.sentSeq, anew.synced]).toEqual([
      'comparing',
      { ours: 5, theirs: 1 },
      0,
      NOTHING,
    ])
    expect(noteRefused(anew, { ...place(1), code: 'gap' })).toEqual(anew)
  })
})

describe('a side that was restored', () => {
  test('begins every pair anew once, under the second of its new life', () => {
    const epoch = epochOfLife(new Date('2026-03-01T12:00:00.900Z'))
    expect(epoch).toBe(1_772_366_400)
    const anew = afterRestore(linked(), epoch)
    expect([anew.state, anew.epochs.ours, anew.dirty]).toEqual(['comparing', epoch, true])
    expect(afterRestore(anew, epoch)).toBe(anew)
  })

  test('and did not notice learns it from a result or a message that knows more of it than it does', () => {
    for (const anew of [
      applyResult(linked(), { ...place(9), outcome: 'applied' }),
      applyResult(linked(), { ...place(1), epoch: 3, outcome: 'applied' }),
      receiveMessage(linked(), message({ ack: 9 }), 'us').pair,
      receiveMessage(linked(), message({ peerEpoch: 3 }), 'us').pair,
    ]) {
      expect(anew.state).toBe('comparing')
      expect(anew.epochs.ours).toBeGreaterThan(1)
    }
  })

  test('is not believed to be that by a number from nowhere', () => {
    const { pair } = receiveMessage(linked(), message({ peerEpoch: SYNC_LIMITS.epochMax }), 'us')
    expect(pair.epochs.ours).toBe(2)
  })

  test('a pair that has ended stays that, and answers whoever does not know it', () => {
    const anew = afterRestore(linked({ state: 'unlinked' }), 9)
    expect([anew.state, anew.dirty]).toEqual(['unlinked', false])
    expect(receiveMessage(anew, message({ peerEpoch: 9 }), 'us').pair.answer?.outcome).toBe('unlinked')
  })
})

describe('a ping-pong', () => {
  /** Their message is applied and ours goes back, so many times. */
  function play(rounds: number, everyMs: number): SyncPair {
    let pair = linked()
    for (let round = 1; round <= rounds; round++) {
      const nowMs = round * everyMs
      const received = message({
        seq: round,
        mid: `r${round}`,
        ack: pair.sentSeq,
        hashes: { ...NOTHING, paths: { '/v': `t${round}` } },
      })
      const { pair: waiting } = receiveMessage(pair, received, 'us')
      const planned = notePlanned(waiting, { id: `p${round}`, onVersion: null, settles: { '/v': `t${round}` } })
      const done = concludeIncoming(
        planned,
        { outcome: 'applied', record: { type: 'incident', key: 'INC1' }, ignored: [], version: 'x', asPlanned: false },
        nowMs,
      )
      const decision = decideOutgoing({ ...done, dirty: true }, seen(`o${round}`), moment(nowMs))
      pair = decision.pair
      if (pair.fault) return pair
    }
    return pair
  }

  test('of more than twenty turns in ten minutes stops, naming the paths, and a change notice does not start it again', () => {
    const stopped = play(30, 1000)
    expect(stopped.fault).toEqual({ code: 'ping_pong', paths: ['/v'] })
    expect(isDue(markDirty(stopped))).toBe(false)
    expect(isDue({ ...retryOutgoing(stopped, 0), outbound: null })).toBe(true)
    expect(play(10, 1000).fault).toBeNull()
  })

  test('is none when it takes its time', () => {
    expect(play(60, 400_000).fault).toBeNull()
  })

  test('is none where people write to each other: comments do not count', () => {
    let pair = linked({ synced: { ...NOTHING, paths: { '/v': '0' } } })
    for (let round = 1; round <= 40; round++) {
      const decision = decideOutgoing(
        { ...pair, dirty: true, outbound: null },
        seen('0', [`us:${round}`]),
        moment(round),
      )
      pair = decision.pair
    }
    expect([pair.fault, pair.sentSeq]).toEqual([null, 40])
  })
})

describe('a pair that ends', () => {
  test('is sent whatever is on its way, and at once', () => {
    const { pair, message: end } = unlinkPair(sent(linked(), '1').pair, 'end')
    expect([pair.state, end?.seq, pair.outbound?.kind]).toEqual(['unlinked', 2, 'unlink'])
    const there = receiveMessage(
      linked({ inbound: receiveMessage(linked(), message(), 'them').pair.inbound }),
      { ...message({ seq: 5 }), kind: 'unlink' },
      'them',
    )
    expect([there.kind, there.pair.state, there.pair.answer?.outcome]).toEqual(['repeated', 'unlinked', 'applied'])
  })

  test('before its first message was answered is over at the other side, too', () => {
    const { pair } = sent(startPair({ side: 'source', epoch: 1 }), '1')
    const { message: end } = unlinkPair(pair, 'end')
    expect(end).toMatchObject({ kind: 'unlink', seq: 2, peerEpoch: 0, ack: 0 })
    const first = receiveMessage(startPair({ side: 'destination', epoch: 7 }), message({ peerEpoch: 0 }), 'them').pair
    const there = receiveMessage(first, message({ kind: 'unlink', seq: 2, peerEpoch: 0 }), 'them')
    expect([there.kind, there.pair.state, there.pair.inbound]).toEqual(['repeated', 'unlinked', null])
    expect(receiveMessage(first, message({ seq: 2, peerEpoch: 0 }), 'them')).toMatchObject({ code: 'epoch_behind' })
  })

  test('of which nobody knows needs no message', () => {
    expect(unlinkPair(startPair({ side: 'source', epoch: 1 }), 'end').message).toBeUndefined()
    const gone = decideOutgoing(startPair({ side: 'source', epoch: 1 }), { kind: 'gone' }, moment())
    expect([gone.kind, gone.pair.state]).toEqual(['rest', 'deleted_here'])
  })
})

test('a first message that the other side stopped is tried again by the next change, as a first one', () => {
  const first = sent(startPair({ side: 'source', epoch: 1 }), '1')
  const declined = applyResult(first.pair, { ...place(1), outcome: 'stopped' })
  expect([declined.state, declined.epochs.theirs]).toEqual(['declined', 1])
  expect(decideOutgoing(markDirty(declined), seen('1'), moment())).toMatchObject({ kind: 'rest', why: 'equal' })
  const again = sent(markDirty(declined), '2')
  expect([again.pair.state, again.message.kind]).toEqual(['starting', 'state'])
})

test('a pair with a target links an existing record by its first message, and is linked by its result', () => {
  const first = decideOutgoing(startPair({ side: 'source', epoch: 1, target: 'INC9' }), seen('1'), moment())
  expect(first).toMatchObject({ kind: 'send', message: { kind: 'link', target: 'INC9' } })
  const done = applyResult(first.pair, { ...place(1), outcome: 'applied', record: { type: 'incident', key: 'INC9' } })
  expect([done.state, done.target, done.remote?.key]).toEqual(['linked', null, 'INC9'])
})

test('a script that stops or fails sends nothing; a failure waits, and the next change tries again', () => {
  expect(
    decideOutgoing(startPair({ side: 'source', epoch: 1 }), { kind: 'stopped', version: '1' }, moment()).pair.state,
  ).toBe('declined')
  const failed = decideOutgoing(linked(), { kind: 'failed', code: 'script_threw' }, moment()).pair
  expect([failed.fault, failed.dirty, isDue(failed), isDue(markDirty(failed))]).toEqual([
    { code: 'script_threw' },
    true,
    false,
    true,
  ])
})

test('a scan that finds a version which nobody looked at is as good as a notice', () => {
  const { pair } = decideOutgoing(linked(), seen('0'), moment())
  expect([pair.dirty, noteScanned(pair, '0').dirty, noteScanned(pair, '1').dirty]).toEqual([false, false, true])
})

test('a scan lets what is in quarantine be tried again once the record is another one, but for a ping-pong', () => {
  const { pair } = decideOutgoing(linked(), { kind: 'failed', code: 'script_threw', version: '7' }, moment())
  expect(noteScanned(pair, '7')).toBe(pair)
  expect(isDue(noteScanned(pair, '8'))).toBe(true)
  const pingPong = { ...pair, fault: { code: 'ping_pong' } } as const
  expect(noteScanned(pingPong, '8')).toBe(pingPong)
})

test('comments that do not fit follow, oldest first; one that is too large for itself is not left behind', () => {
  const comment = (id: string, length: number) => ({
    id,
    body: 'x'.repeat(length),
    author: { name: '' },
    at: '',
    internal: false,
    edited: false,
  })
  const rest = { replica: { customKeys: {} }, files: [] }
  const many = Array.from({ length: 5 }, (_, n) => comment(`us:${n}`, 60_000))
  expect(fitComments(many, rest).map(({ id }) => id)).toEqual(['us:0', 'us:1', 'us:2'])
  expect(fitComments([comment('us:0', 400_000)], rest)).toHaveLength(1)
  expect(
    fitComments(
      Array.from({ length: 1200 }, (_, n) => comment(`us:${n}`, 1)),
      rest,
    ),
  ).toHaveLength(SYNC_LIMITS.comments)
  const seenMany: Observation = {
    ...(seen('0') as Observation & { kind: 'record' }),
    comments: many,
    hashes: { ...NOTHING, paths: { '/v': '0' }, comments: Object.fromEntries(many.map(({ id }) => [id, '1'])) },
  }
  const { pair } = decideOutgoing(linked(), seenMany, moment())
  expect([pair.dirty, Object.keys(pair.outbound?.hashes.comments ?? {}).length]).toEqual([true, 3])
})
