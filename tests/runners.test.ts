import { expect, test } from '@jest/globals'

import { suitesEndedByRuntime } from './runners.ts'

const ENDED = 'A jest worker process (pid=7) was terminated by another process: signal=SIGTRAP, exitCode=null.'

test('a suite whose process V8 ended is distinguished from one that failed, and from one that ran out of memory', () => {
  const testResults = [
    { name: '/ended.test.ts', message: ENDED, assertionResults: [] },
    { name: '/failed.test.ts', message: `expected "signal=SIGTRAP"`, assertionResults: [{ status: 'failed' }] },
    { name: '/killed.test.ts', message: ENDED.replace('SIGTRAP', 'SIGKILL'), assertionResults: [] },
    { name: '/broken.test.ts', message: 'Cannot find module', assertionResults: [] },
  ]
  expect(suitesEndedByRuntime({ testResults })).toEqual(['/ended.test.ts'])
  expect(suitesEndedByRuntime({})).toEqual([])
})
