import { statSync } from 'node:fs'
import { sep } from 'node:path'

/** Suites that take a minute and more of a whole run; those with many processes do not begin together. */
const LONGEST = [
  'tests/sync/kill-at-each-step',
  'stories/private-source',
  'stories/sync-files',
  'audit/attacks',
  'tests/sync/chaos',
  'stories/moved-while-waiting',
  'stories/sync-flow',
  'stories/sync-outages',
  'tests/sync/killed-node',
  'probe/test/probe',
  'now-app/test/check-package',
  'stories/restored-backup',
  'stories/rekey',
  'now-app/test/two-scopes',
  'cli/two-companies',
  'tests/sync/',
  'now-app/test/',
]

const placeOf = ({ path }) => {
  const known = path.split(sep).join('/')
  const place = LONGEST.findIndex((part) => known.includes(part))
  return place === -1 ? LONGEST.length : place
}

/** The long suites begin first, so that none of them is at work alone at the end; the others by their size. */
export default class LongestFirst {
  sort(tests) {
    const weighed = tests.map((test) => ({ test, place: placeOf(test), bytes: statSync(test.path).size }))
    weighed.sort((one, other) => one.place - other.place || other.bytes - one.bytes)
    return weighed.map(({ test }) => test)
  }

  shard(tests, { shardIndex, shardCount }) {
    return tests.filter((_, at) => at % shardCount === shardIndex - 1)
  }

  allFailedTests() {
    throw new Error('--onlyFailures: the failed suites are not kept; name their paths')
  }

  cacheResults() {}
}
