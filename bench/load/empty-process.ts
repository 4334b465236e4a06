import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface EmptyProcess {
  /** From spawn to its end. */
  readonly ms: number
  readonly residentMb: number
}

/** What Node costs before it runs anything of ours. */
export async function runEmptyProcess(): Promise<EmptyProcess> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['-p', 'process.memoryUsage.rss()'], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  await once(child, 'close')
  return { ms: performance.now() - startedAt, residentMb: Number(said) / 1e6 }
}
