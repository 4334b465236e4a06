import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../bin/accord.js', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The real command line in a process of its own. `input`: what is piped in. */
export const accord = (words: readonly string[], environment: Record<string, string>, input = ''): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...words], {
      env: { PATH: process.env['PATH'] ?? '', ...environment },
    })
    const written = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].on('data', (chunk: Buffer) => (written[stream] += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...written }))
    // A command that reads nothing may be gone before its input is written.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
