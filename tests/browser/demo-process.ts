import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { oneAtATime } from './one-at-a-time.ts'

export interface DemoCompany {
  readonly name: string
  readonly instanceUrl: string
  readonly nodeUrl: string
  readonly pairingCode?: string
  /** Sets the password of the node's own console. */
  readonly consoleLink?: string
  /** The instance, then the node. */
  readonly pids: readonly [number, number]
}

export interface BridgeCompany {
  readonly name: string
  readonly nodeUrl: string
  readonly consoleLink: string
  readonly pids: readonly number[]
}

export interface Demo {
  readonly companies: readonly [DemoCompany, DemoCompany]
  /** It has no ServiceNow. */
  readonly bridgeOnly: BridgeCompany
  /** Holds `a/node/accord.sqlite` and so on. */
  readonly directory: string
  readonly output: readonly string[]
  stop(): Promise<void>
}

const READY_WITHIN_MS = 400_000

/** Runs the very command behind `npm start` and waits for its line of JSON. */
export const startDemo = (
  directory: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Demo> => oneAtATime(() => start(directory, parameters, environment))

async function start(
  directory: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Demo> {
  const child: ChildProcess = spawn('node', ['demo/start.ts', '--json', '--directory', directory, ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  const output: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }

  const facts = await new Promise<Pick<Demo, 'companies' | 'bridgeOnly'>>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The demo was not ready in time:\n${output.join('\n')}`)),
      READY_WITHIN_MS,
    )
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The demo ended with ${code}:\n${output.join('\n')}`)))
    createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
      output.push(line)
      if (!line.startsWith('{')) return
      clearTimeout(timer)
      resolve(JSON.parse(line) as Pick<Demo, 'companies' | 'bridgeOnly'>)
    })
  }).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { ...facts, directory, output, stop }
}
