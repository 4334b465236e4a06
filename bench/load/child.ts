import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Profiler } from 'node:inspector'
import { fileURLToPath } from 'node:url'

import type { Usage } from './usage.ts'

const STOP_WITHIN_MS = 15_000
const living = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})

export interface ChildStart {
  readonly script: URL
  readonly parameters?: readonly string[]
  /** Loaded before the script. */
  readonly preload?: URL
  readonly environment?: Readonly<Record<string, string>>
}

/** A process of the bench. It goes when the bench goes, however that ends. */
export function startChild({ script, parameters = [], preload, environment = {} }: ChildStart): ChildProcess {
  const child = fork(fileURLToPath(script), parameters, {
    execArgv: preload ? ['--import', preload.href] : [],
    // NODE_OPTIONS passes through, so that --cpu-prof profiles the bridges themselves.
    env: { PATH: process.env['PATH'], NODE_OPTIONS: process.env['NODE_OPTIONS'], ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  child.setMaxListeners(0)
  living.add(child)
  child.once('exit', () => living.delete(child))
  return child
}

/** The next message of the child that has this member. Rejects when the child ends first. */
export function messageOf<T>(child: ChildProcess, member: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      child.off('message', take)
      child.off('exit', fail)
    }
    const fail = (code: number | null) => {
      finish()
      reject(new Error(`A process of the bench ended with ${code} before it sent its ${member}`))
    }
    const take = (message: unknown) => {
      if (typeof message !== 'object' || message === null || !(member in message)) return
      finish()
      resolve((message as Record<string, T>)[member] as T)
    }
    child.on('message', take)
    child.once('exit', fail)
  })
}

export async function usageOf(child: ChildProcess): Promise<Usage> {
  const answer = messageOf<Usage>(child, 'usage')
  child.send('usage')
  return answer
}

/** What the child's JavaScript did while `work` was done. */
export async function profileOf(child: ChildProcess, work: () => Promise<unknown>): Promise<Profiler.Profile> {
  const begun = messageOf(child, 'profiling')
  child.send('profile')
  await begun
  await work()
  const answer = messageOf<Profiler.Profile>(child, 'profile')
  child.send('profiled')
  return answer
}

export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
  await gone
  clearTimeout(timer)
}
