import { expect, test } from '@jest/globals'

import { failuresOf, filesToRepeat, readJest, readPlaywright, repeatOf, RUNNERS, sumOf } from './runners.ts'

const passed = { passed: 1, failed: 0 }
const failed = { passed: 0, failed: 1 }

test('of the suites of jest: what passed, what failed, and one failure for a suite without a result', () => {
  const testResults = [
    { name: '/good', status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'pending' }] },
    { name: '/bad', status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
    { name: '/ended', status: 'failed', assertionResults: [] },
  ]
  const counts = readJest({ testResults })
  expect([...counts]).toEqual([
    ['/good', passed],
    ['/bad', { passed: 1, failed: 1 }],
    ['/ended', failed],
  ])
  expect(sumOf(counts)).toEqual({ passed: 2, failed: 2 })
  expect(filesToRepeat(counts)).toEqual(['/bad', '/ended'])
})

test('of the stories: by file, in whatever describes them; a skipped story has failed, and so has the runner without one', () => {
  const spec = (file: string, status: string) => ({ file, tests: [{ status }] })
  const suites = [
    { specs: [spec('a', 'expected')], suites: [{ specs: [spec('a', 'unexpected')] }] },
    { specs: [spec('b', 'skipped')] },
  ]
  const counts = readPlaywright({ suites, errors: [] })
  expect([...counts]).toEqual([
    ['a', { passed: 1, failed: 1 }],
    ['b', failed],
  ])
  expect(filesToRepeat(readPlaywright({ suites, errors: ['could not start'] }))).toEqual([])
})

test('each failure is one line, that of an ended process, too', () => {
  const failedTest = {
    status: 'failed',
    fullName: 'a door opens',
    failureMessages: ['\u001b[2mError: it is closed\n  at'],
  }
  const common = { status: 'failed', startTime: 0, endTime: 1 }
  const testResults = [
    { ...common, name: '/a', assertionResults: [{ status: 'passed' }, failedTest] },
    {
      ...common,
      name: '/b',
      message: '  ● Test suite failed to run\n\n    A worker was terminated',
      assertionResults: [],
    },
    { ...common, name: '/c', status: 'passed', assertionResults: [{ status: 'passed' }] },
  ]
  expect(failuresOf({ testResults }).map((line) => line.replace(/^[./]*/, ''))).toEqual([
    'a: a door opens: Error: it is closed',
    'b: A worker was terminated',
  ])
})

test('more than three files, or one in a hundred, do not fail by chance: none runs again', () => {
  const files = ['a', 'b', 'c', 'd']
  expect(filesToRepeat(new Map(files.map((file) => [file, failed])))).toEqual([])
  expect(filesToRepeat(new Map(files.map((file, at) => [file, at === 0 ? passed : failed])))).toEqual(['b', 'c', 'd'])
  const many = (count: number) =>
    new Map(Array.from({ length: 600 }, (_, at) => [String(at), at < count ? failed : passed]))
  expect(filesToRepeat(many(6))).toHaveLength(6)
  expect(filesToRepeat(many(7))).toEqual([])
})

test('a file that runs again runs alone, and leaves the report of the first time as it is', () => {
  for (const runner of RUNNERS) {
    const { report } = runner
    if (!report) continue
    const again = repeatOf({ ...runner, report }, ['one.test.ts'])
    expect(again.report?.file).toBe(report.file.replace('.json', '-again.json'))
    expect(again.command.join(' ')).not.toContain(report.file)
    expect(again.command).not.toContain('node-bridge/test/faults')
    expect(again.command.at(-1)).toBe('one.test.ts')
  }
})
