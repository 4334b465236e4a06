import { expect, test } from '@jest/globals'
import type { ShadowedPair } from '@accord/shared/schemas'
import { shadowFindings } from '../src/configuration/shadow-run/shadow-findings.ts'

const SAME = { kind: 'same' } as const
const pair = (number: number, part: Partial<ShadowedPair> = {}): ShadowedPair => ({
  itemId: `item ${number}`,
  key: `INC${number}`,
  outgoing: SAME,
  incoming: null,
  messageId: null,
  ...part,
})
const changes = (paths: string[], widens = 0) => ({
  outgoing: { kind: 'changes', paths, comments: widens > 0, files: false, widens } as const,
})
const fault = {
  direction: 'outgoing', code: 'script_threw', facts: {}, message: 'no', line: 4, column: 1, endLine: null, endColumn: null,
} as const // prettier-ignore
const pairs = (count: number, some: readonly Partial<ShadowedPair>[] = []) =>
  Array.from({ length: count }, (_, number) => pair(number, some[number]))

test('where all stays as it is, publishing asks nothing', () => {
  expect(shadowFindings(pairs(20))).toEqual({ total: 20, groups: [], asks: [] })
  expect(shadowFindings([])).toEqual({ total: 0, groups: [], asks: [] })
})

test('a tenth may change without a question, more may not; the paths that change most often come first', () => {
  const two = [changes(['/summary', '/status']), changes(['/status'])]
  expect(shadowFindings(pairs(20, two))).toEqual({
    total: 20,
    groups: [
      { kind: 'changes', count: 2, first: { itemId: 'item 0', key: 'INC0', messageId: null }, paths: ['/status', '/summary'], fault: undefined },
    ],
    asks: [],
  }) // prettier-ignore
  expect(shadowFindings(pairs(20, [...two, changes(['/status'])])).asks).toEqual(['many'])
  const stopped = { outgoing: { kind: 'stops', asToday: false } } as const
  expect(shadowFindings(pairs(20, [...two, stopped])).asks).toEqual(['many'])
  expect(shadowFindings(pairs(20, [{ outgoing: { kind: 'stops', asToday: true } }])).groups).toEqual([])
})

test('one work note that leaves is asked about, and comes first', () => {
  const { groups, asks } = shadowFindings(pairs(200, [changes([], 1)]))
  expect([groups.map(({ kind, count }) => [kind, count]), asks]).toEqual([
    [
      ['widens', 1],
      ['changes', 1],
    ],
    ['widens'],
  ])
})

test('what fails is asked about, also where it fails today, and says on which line', () => {
  const failing = { outgoing: { kind: 'fails', asToday: true, fault } } as const
  expect(shadowFindings(pairs(20, [failing]))).toMatchObject({
    groups: [{ kind: 'fails', count: 1, fault: { line: 4 } }],
    asks: ['fails'],
  })
  const held = { outgoing: null, incoming: { kind: 'fails', asToday: true, fault } } as const
  const goes = { key: null, outgoing: null, incoming: { kind: 'goes' } } as const
  expect(shadowFindings(pairs(20, [held, goes]))).toMatchObject({
    groups: [
      { kind: 'held', count: 1, first: { itemId: 'item 0' } },
      { kind: 'goes', count: 1, first: { itemId: 'item 1', key: null, messageId: null } },
    ],
    asks: ['fails'],
  })
})

test('a message that is kept and would fail is another finding than one that waits, and publishing asks', () => {
  const fails = { incoming: { kind: 'fails', asToday: false, fault } as const }
  const { groups, asks } = shadowFindings(pairs(20, [{ ...fails, messageId: 'message 1' }, fails]))
  expect(groups.map(({ kind, count, first }) => [kind, count, first.messageId])).toEqual([
    ['held', 1, null],
    ['lost', 1, 'message 1'],
  ])
  expect(asks).toEqual(['fails'])
  const goes = { incoming: { kind: 'goes' } as const, messageId: 'message 1' }
  expect(shadowFindings(pairs(20, [goes])).groups).toEqual([])
})
