import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { canonicalJson } from '../../src/sync/pairs/canonical-json.ts'
import { hashState } from '../../src/sync/pairs/hash-state.ts'

const KEY = 'k'.repeat(43)
const hash = (customKeys: Record<string, never>, key = KEY, pair = 'p') =>
  hashState({ replica: { customKeys }, comments: [], files: [] }, key, pair).paths

test('values are equal exactly where their hashes are, whatever the order of their members', () => {
  const json = fc.jsonValue({ maxDepth: 3 })
  fc.assert(
    fc.property(json, json, (left, right) => {
      const isSame = canonicalJson(left) === canonicalJson(right)
      expect(hash({ a: left as never })['/customKeys/a'] === hash({ a: right as never })['/customKeys/a']).toBe(isSame)
    }),
  )
  expect(canonicalJson({ b: [1, { d: null, c: 'ä' }], a: undefined })).toBe('{"b":[1,{"c":"ä","d":null}]}')
  expect(canonicalJson({ b: 1, a: 2 })).toBe(canonicalJson({ a: 2, b: 1 }))
})

test('a hash tells neither that two paths, nor that two pairs hold the same, and is nothing without its key', () => {
  const one = hash({ a: 'x' as never, b: 'x' as never })
  const hashes = [
    ...Object.values(one),
    ...Object.values(hash({ a: 'x' as never }, KEY, 'q')),
    ...Object.values(hash({ a: 'x' as never }, 'j'.repeat(43))),
  ]
  expect(new Set(hashes).size).toBe(hashes.length)
  for (const each of hashes) expect(each).toMatch(/^[\w-]{22}$/u)
})

test('a path is a JSON Pointer to a member of the replica or of its custom keys; what is undefined is absent', () => {
  const replica = {
    summary: 'x',
    group: undefined,
    labels: ['a'],
    mood: 1,
    customKeys: { 'cost/centre': 1, 'a~b': null },
  }
  const { paths } = hashState({ replica: replica as never, comments: [], files: [] }, KEY, 'p')
  expect(Object.keys(paths).toSorted()).toEqual([
    '/customKeys/a~0b',
    '/customKeys/cost~1centre',
    '/labels',
    '/mood',
    '/summary',
  ])
})
