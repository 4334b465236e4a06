import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A service of the demo in a process of its own; its output goes to a log file beside its data. */
export interface Service {
  readonly name: string
  readonly pid: number
  stop(): Promise<void>
}

export interface ServiceStart {
  readonly name: string
  readonly script: string
  readonly parameters?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly logFile: string
  /** Answers 2xx or 3xx once the service can work. */
  readonly readyUrl: string
  readonly readyWithinMs: number
}

const STOP_WITHIN_MS = 8000
const END_WITH_PARENT = new URL('end-with-parent.mjs', import.meta.url).href

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

function lastLines(file: string, count: number): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n')
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(2000) })
    return response.status < 400
  } catch {
    return false
  }
}

async function untilReady(
  child: ChildProcess,
  { name, readyUrl, readyWithinMs, logFile }: ServiceStart,
): Promise<void> {
  const deadline = Date.now() + readyWithinMs
  while (Date.now() < deadline) {
    if (hasEnded(child))
      throw new Error(`${name} ended while starting. The end of ${logFile}:\n${lastLines(logFile, 15)}`)
    if (await answers(readyUrl)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${name} did not answer at ${readyUrl} within ${readyWithinMs / 1000} s. See ${logFile}.`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
  await ended
  clearTimeout(timer)
}

/** Starts a service and waits until it answers; a service that does not is stopped again. */
export async function startService(start: ServiceStart): Promise<Service> {
  mkdirSync(path.dirname(start.logFile), { recursive: true })
  const log = createWriteStream(start.logFile, { flags: 'a' })
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, start.script, ...(start.parameters ?? [])], {
    env: { ...process.env, ...start.environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  child.stdout?.pipe(log, { end: false })
  child.stderr?.pipe(log, { end: false })
  try {
    await untilReady(child, start)
  } catch (error) {
    await stop(child)
    throw error
  }
  return { name: start.name, pid: child.pid ?? -1, stop: () => stop(child) }
}
