import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

import type { Figures } from '../figures.ts'

const REPORT = 'test-results/long-tests.json'
const NODE_OPTIONS = '--experimental-vm-modules --disable-warning=ExperimentalWarning'

interface Report {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

/** Everything named `*.long.test.ts`: tests like the others that take longer than each change should wait. */
export async function runTests(): Promise<Figures> {
  const startedAt = Date.now()
  mkdirSync(dirname(REPORT), { recursive: true })
  rmSync(REPORT, { force: true })
  const args = ['--testMatch', '**/*.long.test.ts', '--testPathIgnorePatterns', '/node_modules/']
  const jest = spawn('jest', [...args, '--json', '--outputFile', REPORT, '--maxWorkers=1'], {
    env: { ...process.env, NODE_OPTIONS },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    jest.once('error', reject)
    jest.once('close', resolve)
  })
  const report = existsSync(REPORT) ? (JSON.parse(readFileSync(REPORT, 'utf8')) as Report) : undefined
  const complaints = report ? report.testResults.flatMap(complaintsOf) : ['jest left no report']
  if (code !== 0 && complaints.length === 0) complaints.push(`jest ended with ${code}`)
  const rows = { 'tests that passed': report?.numPassedTests ?? 0 }
  return { title: 'Long tests', rows, complaints, seconds: (Date.now() - startedAt) / 1000 }
}

/** A file that could not even load has a message and no test. */
function complaintsOf({ name, message, assertionResults }: Report['testResults'][number]): string[] {
  const failed = assertionResults.filter(({ status }) => status !== 'passed').map(({ fullName }) => fullName)
  return failed.length === 0 && assertionResults.length === 0 ? [`${name}: ${message}`] : failed
}
