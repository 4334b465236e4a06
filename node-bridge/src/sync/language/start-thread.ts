import { Worker } from 'node:worker_threads'

const FILE = new URL('./thread/worker.ts', import.meta.url)

/** The compiler needs about 120 MB for scripts as people write them; types that grow without end meet the limit. */
const MEMORY_MB = 240

/** A thread with nothing of this process in it: no environment, no arguments, no way to its output. */
export function startThread(): Worker {
  const thread = new Worker(FILE, {
    name: 'script-language',
    env: {},
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  })
  thread.stdout.resume()
  thread.stderr.resume()
  // Its end is what counts.
  thread.on('error', () => undefined)
  return thread
}
