import { spawn, spawnSync } from 'node:child_process'
import path from 'node:path'

export interface RunResult {
  readonly exitCode: number | null
  readonly output: string
}

/** Only what the container would have: the image's own environment and what the deployment sets. */
const environmentOf = (settings: Readonly<Record<string, string>>) => ({ PATH: process.env['PATH'] ?? '', ...settings })

/** `command`: as the Dockerfile gives it, `node` first. `root`: the file system of the last stage. */
export function runInImage(
  root: string,
  command: readonly string[],
  settings: Readonly<Record<string, string>>,
): RunResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, command.slice(1), {
    cwd: path.join(root, 'app'),
    env: environmentOf(settings),
    encoding: 'utf8',
    timeout: 10_000,
    killSignal: 'SIGKILL',
  })
  return { exitCode: status, output: stdout + stderr }
}

export interface RunningNode {
  readonly url: string
  readonly log: () => string
  /** Sends the image's STOPSIGNAL; gives the exit code. */
  stop(): Promise<number | null>
}

/** Starts the node and waits until `readyPath` answers 200. Throws with the end of its log when it does not. */
export async function startImage(
  root: string,
  command: readonly string[],
  settings: Readonly<Record<string, string>>,
  readyPath: string,
): Promise<RunningNode> {
  const child = spawn(process.execPath, command.slice(1), {
    cwd: path.join(root, 'app'),
    env: environmentOf(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()))
  const node = {
    url: `http://127.0.0.1:${settings['ACCORD_PORT']}`,
    log: () => log,
    stop: () => {
      child.kill('SIGTERM')
      return exited
    },
  }
  const deadline = Date.now() + 20_000
  while (Date.now() < deadline && child.exitCode === null) {
    if (await answers200(node.url + readyPath)) return node
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill('SIGKILL')
  throw new Error(`The image's node did not become ready:\n${log.slice(-3000)}`)
}

async function answers200(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).status === 200
  } catch {
    return false
  }
}
