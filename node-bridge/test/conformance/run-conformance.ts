import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../../conformance/run/main.ts', import.meta.url))

export interface ConformanceRun {
  readonly status: number | null
  readonly output: string
  readonly passed: readonly string[]
  readonly failed: readonly string[]
}

/** `npm run conformance -- …` as a process of its own. `onLine`: each line as it comes. */
export function runConformance(words: readonly string[], onLine?: (line: string) => void): Promise<ConformanceRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...words], {
      env: { ...process.env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
    })
    let output = ''
    const receive = (data: Buffer) => {
      output += data.toString()
      for (const line of data.toString().split('\n')) onLine?.(line)
    }
    child.stdout.on('data', receive)
    child.stderr.on('data', receive)
    child.on('error', reject)
    child.on('close', (status) => {
      const named = (mark: string) =>
        output
          .split('\n')
          .flatMap((line) => (line.startsWith(`  ${mark} `) ? [line.slice(7).replace(/\s+/gu, ' ')] : []))
      resolve({ status, output, passed: named('pass'), failed: named('FAIL') })
    })
  })
}
