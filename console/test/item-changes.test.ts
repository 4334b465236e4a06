import { expect, test } from '@jest/globals'
import type { ItemMessage, ItemStep } from '@accord/shared/schemas'
import { contestedPaths } from '../src/item/find-contested.ts'
import { changesOf } from '../src/item/item-changes.ts'
import { shownDuration } from '../src/parts/exact-time.ts'

const at = (ms: number) => new Date(Date.UTC(2026, 10, 30, 12) + ms).toISOString()

const step = (event: string, ms: number, more: Partial<ItemStep> = {}): ItemStep => ({
  id: `${event} ${ms}`,
  at: at(ms),
  event,
  actor: null,
  code: null,
  paths: [],
  ignored: [],
  mid: null,
  cause: null,
  version: null,
  readAt: null,
  plan: null,
  ...more,
})

const message = (mid: string): ItemMessage => ({
  mid,
  direction: 'out',
  kind: 'state',
  seq: 1,
  bytes: 900,
  at: at(0),
  outcome: 'sent',
  outcomeAt: at(0),
  content: 'gone',
  messageId: null,
})

const shown = (steps: readonly ItemStep[], messages: readonly ItemMessage[] = []) =>
  changesOf(steps, messages).map((change) => ({
    mid: change.message?.mid,
    events: change.steps.map(({ event, isRead }) => (isRead ? 'read' : event)),
  }))

test('a change is what led to its message, the reading, and all that became of it, the newest change first', () => {
  const steps = [
    step('changed', 0, { cause: 'notice' }),
    step('sent', 40, { mid: 'one', readAt: at(20) }),
    step('received', 50, { mid: 'two' }),
    step('appliedThere', 60, { mid: 'one' }),
    step('planned', 70, { mid: 'two' }),
    step('applied', 90, { mid: 'two' }),
  ]
  expect(shown(steps, [message('one'), message('two')])).toEqual([
    { mid: 'two', events: ['received', 'planned', 'applied'] },
    { mid: 'one', events: ['changed', 'read', 'sent', 'appliedThere'] },
  ])
})

test('what led to nothing yet is a change of its own, and so is what has no message', () => {
  const steps = [step('changed', 0), step('held', 10), step('unlinked', 20), step('changed', 30)]
  expect(shown(steps)).toEqual([
    { mid: undefined, events: ['changed'] },
    { mid: undefined, events: ['unlinked'] },
    { mid: undefined, events: ['changed', 'held'] },
  ])
})

test('each path tells its last conflict, and whose rules never read it', () => {
  const steps = [
    step('kept', 0, { paths: ['/priority'] }),
    step('overwritten', 10, { paths: ['/priority', '/summary'] }),
    step('applied', 20, { ignored: ['/labels'], paths: ['/never'] }),
    step('sent', 30, { paths: ['/never'] }),
  ]
  expect(contestedPaths(steps)).toEqual([
    { path: '/labels', event: 'applied', at: at(20) },
    { path: '/priority', event: 'overwritten', at: at(10) },
    { path: '/summary', event: 'overwritten', at: at(10) },
  ])
})

test('a duration is said by the unit that a person takes', () => {
  expect([843, 2400, 180_000, 5_400_000, 259_200_000].map((ms) => shownDuration(ms, 'en'))).toEqual([
    '843 ms',
    '2.4 sec',
    '3 min',
    '1.5 hr',
    '3 days',
  ])
})
