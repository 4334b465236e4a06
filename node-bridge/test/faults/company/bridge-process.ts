import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { eventually } from './eventually.ts'

export interface BridgeSettings {
  readonly port: number
  readonly publicUrl: string
  readonly dataDir: string
  readonly nodeName: string
  readonly operatorToken: string
  readonly databaseUrl?: string | undefined
  readonly logLevel?: 'trace' | 'info' | undefined
  /** Further settings, for stories that need other ones. */
  readonly environment?: Readonly<Record<string, string>> | undefined
}

/** One bridge as an operator runs it: a process of its own that can die and come back with its port and its data. */
export interface BridgeProcess {
  /** The bridge itself; the public URL may lead through a proxy. */
  readonly url: string
  /** What it wrote in all its lives: one stream, or both in the order in which they came. */
  output(stream?: 'stdout' | 'stderr'): string
  /** The whole lines of it, process by process: of replicas, none is cut by another's. */
  lines(): readonly string[]
  isRunning(): boolean
  /** Of the processes that run. */
  pids(): readonly number[]
  start(): Promise<void>
  /** SIGKILL, as a power cut: resolves when the process is gone. */
  kill(): Promise<void>
  /** SIGTERM, and SIGKILL when it does not end in time. */
  stop(): Promise<void>
}

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../..')
const MAIN = path.join(ROOT, 'node-bridge/src/main.ts')
/** Also on a machine on which much else is started. */
const START_WITHIN_MS = 60_000
const STOP_WITHIN_MS = 15_000

const environmentOf = (settings: BridgeSettings): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  // Shared by all that tests start: each has a new data directory and would compile everything anew.
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? path.join(ROOT, '.cache/compiled-code'),
  ACCORD_HOST: '127.0.0.1',
  ACCORD_PORT: String(settings.port),
  ACCORD_PUBLIC_URL: settings.publicUrl,
  ACCORD_DATA_DIR: settings.dataDir,
  ACCORD_NODE_NAME: settings.nodeName,
  ACCORD_OPERATOR_TOKEN: settings.operatorToken,
  ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
  ACCORD_LOG_LEVEL: settings.logLevel ?? 'info',
  ...(settings.databaseUrl === undefined ? {} : { ACCORD_DATABASE_URL: settings.databaseUrl }),
  ...settings.environment,
})

/** A test run that ends early must not leave bridges behind that nobody owns. */
const living = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})

export function createBridgeProcess(settings: BridgeSettings): BridgeProcess {
  const url = `http://127.0.0.1:${settings.port}`
  const written: { readonly stream: 'stdout' | 'stderr'; readonly text: string }[] = []
  const output = (wanted?: 'stdout' | 'stderr') =>
    written.flatMap(({ stream, text }) => (wanted === undefined || wanted === stream ? [text] : [])).join('')
  let child: ChildProcess | undefined

  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (!child || !isRunning()) return
    const dying = child
    const gone = new Promise((resolve) => dying.once('exit', resolve))
    dying.kill(signal)
    const timer = setTimeout(() => dying.kill('SIGKILL'), STOP_WITHIN_MS)
    await gone
    clearTimeout(timer)
  }

  return {
    url,
    output,
    lines: () => output().split('\n').slice(0, -1),
    isRunning,
    pids: () => (isRunning() && child?.pid !== undefined ? [child.pid] : []),
    async start() {
      const started = spawn(process.execPath, [MAIN, 'start'], {
        env: environmentOf(settings),
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = started
      living.add(started)
      started.once('exit', () => living.delete(started))
      for (const stream of ['stdout', 'stderr'] as const)
        started[stream].setEncoding('utf8').on('data', (text: string) => written.push({ stream, text }))
      await eventually('the bridge is ready', () => isReady(url, isRunning), {
        withinMs: START_WITHIN_MS,
        describe: () => `Its last words: ${output().slice(-1500)}`,
        isHopeless: (error) => error instanceof EndedProcess,
      })
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

class EndedProcess extends Error {
  override readonly name = 'EndedProcess'
}

async function isReady(url: string, isRunning: () => boolean): Promise<true | undefined> {
  if (!isRunning()) throw new EndedProcess('The process ended before it was ready')
  const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) })
  await answer.arrayBuffer()
  return answer.ok ? true : undefined
}
