import { expect, test } from '@jest/globals'

import type { Held } from '../../src/sync/drift/hash-records.ts'
import { comparePair } from '../../src/sync/drift/compare-pair.ts'

const PAIR = '0190a1b2-0000-7000-8000-000000000000'
const ours = (paths: Record<string, string>, unsent: readonly string[] = []): Held => ({
  state: 'known',
  paths,
  unsent,
  isUnsent: unsent.length > 0,
})
const theirs = (paths: Record<string, string>, isUnsent = false) =>
  ({ pair: PAIR, state: 'known', paths, isUnsent }) as const

test('what both sides tell alike is equal, whatever only one of them tells', () => {
  expect(comparePair(ours({ '/summary': 'a', '/status': 'b' }), theirs({ '/summary': 'a', '/labels': 'c' }))).toEqual({
    verdict: 'equal',
    paths: [],
  })
})

test('what rules change on the way is as it was agreed, and is named', () => {
  expect(comparePair(ours({ '/priority': 'a' }), theirs({ '/priority': 'b' }))).toEqual({
    verdict: 'mapped',
    paths: ['/priority'],
  })
})

test('where one side sends nothing, no more is known than that nothing is unsent', () => {
  expect(comparePair(ours({ '/summary': 'a' }), theirs({}))).toEqual({ verdict: 'mapped', paths: [] })
})

test('what one side was not sent is different, whichever side it is', () => {
  expect(comparePair(ours({ '/summary': 'a' }, ['/summary']), theirs({ '/summary': 'b' }))).toEqual({
    verdict: 'different',
    paths: ['/summary'],
  })
  expect(comparePair(ours({ '/summary': 'a' }), theirs({ '/summary': 'b' }, true))).toEqual({
    verdict: 'different',
    paths: ['/summary'],
  })
})

test.each([
  ['our record', { state: 'gone' } as const, theirs({})],
  ['their record', ours({}), { pair: PAIR, state: 'gone' } as const],
  ['their pair', ours({}), { pair: PAIR, state: 'unknown' } as const],
])('%s is missing', (_, held, reported) => {
  expect(comparePair(held, reported).verdict).toBe('missing')
})

test.each(['moving', 'held'] as const)('what is %s at either side is not compared', (state) => {
  expect(comparePair({ state }, theirs({})).verdict).toBe('moving')
  expect(comparePair(ours({}), { pair: PAIR, state }).verdict).toBe('moving')
})
