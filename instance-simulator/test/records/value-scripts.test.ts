import { expect, test } from '@jest/globals'
import { evaluateValueScript, type ValueScope } from '../../src/records/value-scripts.ts'

const scope: ValueScope = {
  caller: { kind: 'user', userSysId: 'me', userName: 'abel', roles: new Set() },
  now: Date.parse('2026-03-31T15:45:30Z'),
  property: (name) => (name === 'known' ? 'yes' : undefined),
  groupsOf: (user) => [`${user}-group`],
  notSimulated: (what) => {
    throw new Error(`not simulated: ${what}`)
  },
}

test.each([
  ['gs.getUserID()', 'me'],
  ['gs.getUserName();', 'abel'],
  ['gs.nowDateTime()', '2026-03-31 15:45:30'],
  ['gs.now()', '2026-03-31'],
  ['gs.daysAgo(1)', '2026-03-30 15:45:30'],
  ['gs.daysAgoStart(7)', '2026-03-24 00:00:00'],
  ['gs.daysAgoEnd(0)', '2026-03-31 23:59:59'],
  ['gs.minutesAgo(46)', '2026-03-31 14:59:30'],
  ['gs.hoursAgoStart(2)', '2026-03-31 13:00:00'],
  ['gs.monthsAgo(1)', '2026-02-28 15:45:30'],
  ['gs.beginningOfThisWeek()', '2026-03-30 00:00:00'],
  ['gs.endOfLastMonth()', '2026-02-28 23:59:59'],
  ['gs.beginningOfNextQuarter()', '2026-04-01 00:00:00'],
  ['gs.endOfThisYear()', '2026-12-31 23:59:59'],
  ['gs.beginningOfYesterday()', '2026-03-30 00:00:00'],
  ["gs.dateGenerate('2026-01-02','end')", '2026-01-02 23:59:59'],
  ["gs.getProperty('known')", 'yes'],
  ["gs.getProperty('unknown', 'no')", 'no'],
  ['gs.getUser().getMyGroups()', 'me-group'],
])('%s is %s', (script, expected) => {
  expect(evaluateValueScript(script, scope)).toBe(expected)
})

test('any other script is not simulated, and not run', () => {
  expect(() => evaluateValueScript('process.exit(1)', scope)).toThrow('not simulated: value script process.exit(1)')
})
