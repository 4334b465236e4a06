import { expect, test } from '@jest/globals'

import { broken, budget } from './model/broken.ts'
import type { Scenario } from './model/world.ts'

const LONG_MS = 600_000

/** What the model holds that is too large for every change. */
test.each<[string, Scenario]>([
  ['edits at the first and at the last of three', { budget: budget({ editsA: 1, editsC: 1 }), three: true }],
  [
    'two edits, the one in the middle knows two values only',
    { budget: budget({ editsA: 2 }), three: true, lossy: 'B' },
  ],
  ['an edit, and a delete at any of three', { budget: budget({ editsA: 1, deletes: 1 }), three: true }],
  ['an edit, and an unlink at any of four ends', { budget: budget({ editsA: 1, unlinks: 1 }), three: true }],
  ['a file of the first of three, and an edit of the next', { budget: budget({ editsB: 1, files: 1 }), three: true }],
  ['an edit at A, and two at B, of which A holds a message', { budget: budget({ editsA: 1, editsB: 2, holds: 1 }) }],
  [
    'two edits at either side, the last of which are alike, and a message that B holds',
    { budget: budget({ editsA: 2, editsB: 2, holds: 1 }), alike: true },
  ],
  [
    'two edits at A and one at B that are alike, a message that B holds, and the node of A is restored',
    { budget: budget({ editsA: 2, editsB: 1, holds: 1, restores: 1 }), alike: true, restored: 'A' },
  ],
  [
    'two edits at A and one at B that are alike, a message that B holds, and the node of B is restored',
    { budget: budget({ editsA: 2, editsB: 1, holds: 1, restores: 1 }), alike: true, restored: 'B' },
  ],
])(
  '%s: every law holds',
  (_, scenario) => {
    const { stories, settled, worlds } = broken({ ...scenario, atOnce: true })
    process.stdout.write(`${worlds} worlds, ${settled} settled\n`)
    expect(stories).toEqual({})
    expect(settled).toBeGreaterThan(0)
  },
  LONG_MS,
)
