import { requireCommonVersion } from '../../node-bridge/src/nodes/common-version.ts'
import { isRefusal } from '../../node-bridge/src/refusals/refusal.ts'
import { NODE_A, NODE_B } from './stage.ts'

type Range = readonly [min: string, max: string]

const ONE: Range = ['1.0.0', '1.0.0']
const CASES: readonly (readonly [name: string, rest: readonly [Range, Range], hubObject: readonly [Range, Range]])[] = [
  ['the same single version', [ONE, ONE], [ONE, ONE]],
  [
    'the newest of both',
    [
      ['1.0.0', '1.4.0'],
      ['1.2.0', '2.0.0'],
    ],
    [ONE, ONE],
  ],
  [
    'numbers, not text',
    [
      ['1.2.0', '1.10.0'],
      ['1.9.0', '1.11.0'],
    ],
    [ONE, ONE],
  ],
  [
    'ranges that touch',
    [
      ['1.0.0', '2.0.0'],
      ['2.0.0', '3.0.0'],
    ],
    [ONE, ONE],
  ],
  ['a newer destination', [ONE, ['2.0.0', '3.1.0']], [ONE, ONE]],
  ['an older destination', [['2.0.0', '3.1.0'], ONE], [ONE, ONE]],
  ['hub objects that do not meet', [ONE, ONE], [ONE, ['2.0.0', '2.0.0']]],
  [
    'hub objects that meet in one version',
    [ONE, ONE],
    [
      ['1.0.0', '1.2.0'],
      ['1.2.0', '2.0.0'],
    ],
  ],
  ['neither: the protocol is named', [ONE, ['2.0.0', '2.0.0']], [ONE, ['2.0.0', '2.0.0']]],
]

/** PROTOCOL.md §5.3: what two nodes choose, and how it is refused where nothing meets. `restVersion` is null then. */
export const createVersionFixtures = () => ({
  about: 'The ranges of `source` and `destination`; `restVersion` is chosen, or `facts` stand in no_common_version.',
  versions: CASES.map(([name, rest, hubObject]) => {
    const source = rangesOf(rest[0], hubObject[0])
    const destination = rangesOf(rest[1], hubObject[1])
    return { name, source, destination, ...choose(source, destination) }
  }),
})

const rangesOf = (rest: Range, hubObject: Range) => ({
  minRestVersion: rest[0],
  maxRestVersion: rest[1],
  minHubObjectVersion: hubObject[0],
  maxHubObjectVersion: hubObject[1],
})

function choose(source: ReturnType<typeof rangesOf>, destination: ReturnType<typeof rangesOf>) {
  try {
    return { restVersion: requireCommonVersion({ ...NODE_A, ...source }, { ...NODE_B, ...destination }) }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { restVersion: null, refusal: error.code, facts: error.facts }
  }
}
