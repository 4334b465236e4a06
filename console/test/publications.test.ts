import { expect, test } from '@jest/globals'
import type { RulesVersion, SyncDirection } from '@accord/shared/schemas'
import { publicationsOf } from '../src/configuration/versions/publications.ts'

const version = (direction: SyncDirection, number: number, publishedAt: string, note = ''): RulesVersion => ({
  direction,
  version: number,
  publishedAt,
  publishedBy: 'ada',
  note,
  mayWiden: false,
  sha256: `${direction} ${number}`,
  tally: null,
})
const [FIRST, SECOND, THIRD] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z']

const VERSIONS = [
  version('incoming', 3, THIRD, 'back'),
  version('outgoing', 2, SECOND, 'both'),
  version('incoming', 2, SECOND, 'both'),
  version('outgoing', 1, FIRST),
  version('incoming', 1, FIRST),
]

test('what was published at once is one publication, with the script of the other direction that counted then', () => {
  const found = publicationsOf(VERSIONS).map(({ at, note, published, counted }) => ({
    at,
    note,
    published: published.map(({ sha256 }) => sha256),
    counted: [counted.outgoing?.version, counted.incoming?.version],
  }))
  expect(found).toEqual([
    { at: THIRD, note: 'back', published: ['incoming 3'], counted: [2, 3] },
    { at: SECOND, note: 'both', published: ['outgoing 2', 'incoming 2'], counted: [2, 2] },
    { at: FIRST, note: '', published: ['outgoing 1', 'incoming 1'], counted: [1, 1] },
  ])
})

test('where the list does not go back far enough, nobody says what counted beside it', () => {
  expect(publicationsOf(VERSIONS.slice(0, 1))[0]?.counted.outgoing).toBeUndefined()
})
