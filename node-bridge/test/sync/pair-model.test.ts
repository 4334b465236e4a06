import { describe, expect, test } from '@jest/globals'

import { explore } from './model/explore.ts'
import { findBroken, type Law } from './model/laws.ts'
import { type Budget, DESIGN, type Rules, type Scenario } from './model/world.ts'

const NOTHING: Budget = { editsA: 0, editsB: 0, lostNotices: 0, crashes: 0, restores: 0, deletes: 0, unlinks: 0 }
const budget = (some: Partial<Budget>): Budget => ({ ...NOTHING, ...some })

/** The laws that break, each with the shortest story that breaks it. */
function broken(scenario: Scenario, rules: Partial<Rules> = {}, cut?: number) {
  const all = { ...DESIGN, ...rules }
  const explored = explore(all, scenario, cut)
  const { settled, broken: laws } = findBroken(explored, all, scenario)
  const stories = Object.fromEntries([...laws].map(([law, place]) => [law, explored.traceTo(place).join('\n')]))
  return { worlds: explored.worlds.length, settled, stories }
}

describe('every world of one pair, on a net that loses, doubles and reorders, and with a rule of B that derives a field', () => {
  test.each<[string, Scenario]>([
    [
      'two edits at A, B knows two values only; a crash, a lost notice',
      { budget: budget({ editsA: 2, crashes: 1, lostNotices: 1 }), lossy: 'B' },
    ],
    [
      'two edits at B, A knows two values only; a crash, a lost notice',
      { budget: budget({ editsB: 2, crashes: 1, lostNotices: 1 }), lossy: 'A' },
    ],
    [
      'edits at both sides at once, a crash, a lost notice',
      { budget: budget({ editsA: 1, editsB: 1, crashes: 1, lostNotices: 1 }) },
    ],
    ['edits at both sides at once, B knows two values only', { budget: budget({ editsA: 1, editsB: 1 }), lossy: 'B' }],
    [
      'a first message that makes the record, edits at both sides',
      { budget: budget({ editsA: 1, editsB: 1 }), first: true },
    ],
    [
      'a first message, and a crash while the record is made',
      { budget: budget({ editsA: 1, crashes: 1 }), first: true },
    ],
    ['a record that is deleted at either side', { budget: budget({ editsA: 1, editsB: 1, deletes: 1 }) }],
    ['a first message of a record that is deleted', { budget: budget({ editsA: 1, deletes: 1 }), first: true }],
    ['a pair that either side unlinks', { budget: budget({ editsA: 1, editsB: 1, unlinks: 1 }) }],
    ['the node of A is restored', { budget: budget({ editsA: 1, restores: 1 }), restored: 'A', atOnce: true }],
    ['the node of B is restored', { budget: budget({ editsA: 1, restores: 1 }), restored: 'B', atOnce: true }],
  ])('%s: every law holds', (_, scenario) => {
    const { stories, settled } = broken(scenario)
    expect(stories).toEqual({})
    expect(settled).toBeGreaterThan(0)
  })
})

describe('the laws are no ornament: without its rule the pair breaks', () => {
  const lossy: Scenario = { budget: budget({ editsA: 2 }), lossy: 'B' }
  const equal: Law = 'settled means equal, but for the mapping'

  test.each<[string, Scenario, Partial<Rules>, Law]>([
    [
      'no scan: a lost notice is lost for ever',
      { budget: budget({ editsA: 1, lostNotices: 1 }) },
      { scan: false },
      equal,
    ],
    [
      'no effects: a crash writes a comment twice',
      { budget: budget({ editsA: 1, crashes: 1 }) },
      { effect: false },
      'each comment arrives once, and never twice',
    ],
    ['no expected state: what a rule derives never comes back', lossy, { expectedState: 'user' }, equal],
    [
      'no changed paths, all are written: an echo replaces a value',
      lossy,
      { changedPaths: 'all' },
      'no value of a person is replaced by an echo',
    ],
    [
      'no changed paths, compared with before: an echo replaces a value',
      lossy,
      { changedPaths: 'previous' },
      'no value of a person is replaced by an echo',
    ],
    [
      'no conflict rule: both sides keep the other’s value',
      { budget: budget({ editsA: 1, editsB: 1 }) },
      { conflict: false },
      equal,
    ],
    [
      'no epochs: a restored node is not believed',
      { budget: budget({ editsA: 1, restores: 1 }), restored: 'A', atOnce: true },
      { epoch: false },
      equal,
    ],
  ])('%s', (_, scenario, rules, law) => {
    expect(Object.keys(broken(scenario, rules).stories)).toContain(law)
    expect(broken(scenario).stories).toEqual({})
  })

  test('no sequence: an old message is applied again, without end', () => {
    const scenario: Scenario = { budget: budget({ editsA: 2 }) }
    expect(Object.keys(broken(scenario, { sequence: false }, 5000).stories)).toContain(
      'no message is applied twice or out of order',
    )
  })
})

test('the model is as large as it says', () => {
  expect(broken({ budget: budget({ editsA: 1, editsB: 1, crashes: 1, lostNotices: 1 }) }).worlds).toBeGreaterThan(5000)
})
