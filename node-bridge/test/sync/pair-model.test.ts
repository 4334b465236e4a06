import { describe, expect, test } from '@jest/globals'

import { broken, budget } from './model/broken.ts'
import type { Law } from './model/laws.ts'
import type { Rules, Scenario } from './model/world.ts'

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
      'two edits at A, and at B one that comes to the same',
      { budget: budget({ editsA: 2, editsB: 1 }), alike: true, atOnce: true },
    ],
    [
      'two edits at B, and at A one that comes to the same',
      { budget: budget({ editsA: 1, editsB: 2 }), alike: true, atOnce: true },
    ],
    [
      'two edits at A, of which B holds a message until somebody lets it go on, and an edit at B',
      { budget: budget({ editsA: 2, editsB: 1, holds: 1 }), atOnce: true },
    ],
    [
      'the same, where both come to one value',
      { budget: budget({ editsA: 2, editsB: 1, holds: 1 }), alike: true, atOnce: true },
    ],
    [
      'a first message that makes the record, edits at both sides',
      { budget: budget({ editsA: 1, editsB: 1 }), first: true },
    ],
    [
      'a first message, and a crash while the record is made',
      { budget: budget({ editsA: 1, crashes: 1 }), first: true },
    ],
    ['a record that is deleted at either side', { budget: budget({ editsA: 1, editsB: 1, deletes: 1 }) }],
    [
      'a record that is deleted at either side, and then at the other one by its rules; a crash',
      { budget: budget({ editsA: 1, deletes: 1, crashes: 1 }), follows: true },
    ],
    [
      'the same, where the delete is held until somebody lets it go on or deletes by hand',
      { budget: budget({ deletes: 2, holds: 1 }), follows: true },
    ],
    ['a record that is deleted at both sides at once', { budget: budget({ deletes: 2 }), follows: true }],
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

const three = (some: Parameters<typeof budget>[0], more: Partial<Scenario> = {}): Scenario => ({
  budget: budget(some),
  three: true,
  atOnce: true,
  ...more,
})

describe('files, which follow the text by themselves, and which the other side removes where this one does', () => {
  test.each<[string, Scenario]>([
    ['one that is attached and removed, beside an edit', { budget: budget({ files: 2, editsA: 1 }), atOnce: true }],
    ['one that is attached and removed, and a crash', { budget: budget({ files: 2, crashes: 1 }) }],
    ['one that is attached and removed, beside an edit at the other side', { budget: budget({ files: 2, editsB: 1 }) }],
  ])('%s: every law holds', (_, scenario) => {
    const { stories, settled } = broken(scenario)
    expect(stories).toEqual({})
    expect(settled).toBeGreaterThan(0)
  })
})

describe('three companies, of which the one in the middle passes on what comes from either', () => {
  test.each<[string, Scenario]>([
    ['an edit at the first', three({ editsA: 1 })],
    ['an edit in the middle', three({ editsB: 1 })],
    ['an edit at the last, and a lost notice', three({ editsC: 1, lostNotices: 1 })],
    ['an edit, where the one in the middle knows two values only', three({ editsA: 1 }, { lossy: 'B' })],
    ['a file that is attached and removed', three({ files: 2 })],
    ['a record that makes one after the other', three({ editsA: 1 }, { first: true })],
    ['a record that is deleted at any of them', three({ deletes: 1 })],
    ['a record that is deleted at any of them, and then at all', three({ deletes: 1 }, { follows: true })],
    ['a pair that is unlinked at any end', three({ unlinks: 1 })],
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
      'each comment and file arrives once, and never twice',
    ],
    [
      'no effects: a crash fetches a file twice',
      { budget: budget({ files: 2, crashes: 1 }) },
      { effect: false },
      'each comment and file arrives once, and never twice',
    ],
    [
      'no mark of who brought a file: one that was passed on is never removed',
      three({ files: 2 }),
      { marks: false },
      'each comment and file arrives once, and never twice',
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
