import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { eventually } from '../../../node-bridge/test/faults/company/eventually.ts'

/** An instance as a process of its own, which can die and come back with its port and its data. */
export interface InstanceServer {
  /** Where it listens; its own address may lead through a proxy. */
  readonly url: string
  start(): Promise<void>
  /** SIGKILL: resolves when the process is gone. */
  kill(): Promise<void>
  isRunning(): boolean
  /** The control API of the simulator. */
  control(what: string, body: object): Promise<void>
}

export interface InstanceSettings {
  readonly name: string
  readonly port: number
  readonly publicUrl: string
  readonly dataDir: string
  /** The packed application, installed at the first start. */
  readonly app: string
  /** So late the background of the instance begins. */
  readonly schedulerDelayMs?: number
}

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../..')
const MAIN = path.join(ROOT, 'instance-simulator/bin/accord-instance.js')
const START_WITHIN_MS = 60_000

const living = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})

export function createInstanceServer(settings: InstanceSettings): InstanceServer {
  const url = `http://127.0.0.1:${settings.port}`
  let child: ChildProcess | undefined
  let isInstalled = false
  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null

  return {
    url,
    isRunning,
    async start() {
      const started = spawn(process.execPath, [MAIN, ...wordsOf(settings, isInstalled)], {
        env: {
          PATH: process.env['PATH'] ?? '',
          NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? path.join(ROOT, '.cache/compiled-code'),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = started
      living.add(started)
      started.once('exit', () => living.delete(started))
      let said = ''
      for (const stream of ['stdout', 'stderr'] as const)
        started[stream].setEncoding('utf8').on('data', (text: string) => void (said = (said + text).slice(-2000)))
      await eventually('the instance is ready', () => (said.includes(' is ready: ') ? true : undefined), {
        withinMs: START_WITHIN_MS,
        describe: () => said,
      })
      isInstalled = true
    },
    async kill() {
      if (!child || !isRunning()) return
      const gone = new Promise((resolve) => child?.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
    async control(what, body) {
      const answer = await fetch(`${url}/_simulator/${what}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!answer.ok) throw new Error(`${what} answered ${answer.status}: ${await answer.text()}`)
      await answer.arrayBuffer()
    },
  }
}

function wordsOf(
  { name, port, publicUrl, dataDir, app, schedulerDelayMs = 50 }: InstanceSettings,
  isInstalled: boolean,
): string[] {
  const words = ['--name', name, '--port', String(port), '--url', publicUrl, '--data', dataDir]
  words.push('--scheduler-delay', String(schedulerDelayMs))
  return isInstalled ? words : [...words, '--app', app]
}
