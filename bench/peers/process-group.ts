import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'

/** A process with all that it has started, as Linux tells of it. */
export interface ProcessGroup {
  cpuMs(): number
  residentMb(): number
  stop(): Promise<void>
}

export interface GroupStart {
  readonly command: string
  readonly parameters: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly directory: string
}

/** Of /proc/PID/stat, counted from the state on, since the name before it may hold blanks. */
const STAT = { group: 2, user: 11, system: 12, residentPages: 21 } as const
const TICK_MS = 10
const PAGE_BYTES = 4096
const STOP_WITHIN_MS = 15_000

const living = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of living) end(child, 'SIGKILL')
})

function end({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal)
  } catch {
    // All of the group have gone already.
  }
}

/** What those that ended have used is with whoever has waited for them, and not counted. */
function statsOf(group: number): readonly (readonly number[])[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((pid) => {
      try {
        const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
        const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
        return Number(fields[STAT.group]) === group ? [fields.map(Number)] : []
      } catch {
        return []
      }
    })
}

export function startGroup({ command, parameters, environment, directory }: GroupStart): ProcessGroup {
  const child = spawn(command, [...parameters], {
    cwd: directory,
    env: { PATH: process.env['PATH'], HOME: directory, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  living.add(child)
  child.once('exit', () => living.delete(child))
  const sum = (of: (stat: readonly number[]) => number) =>
    statsOf(child.pid ?? -1).reduce((total, stat) => total + of(stat), 0)
  return {
    cpuMs: () => sum((stat) => (stat[STAT.user] ?? 0) + (stat[STAT.system] ?? 0)) * TICK_MS,
    residentMb: () => (sum((stat) => stat[STAT.residentPages] ?? 0) * PAGE_BYTES) / 1e6,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      end(child, 'SIGTERM')
      const timer = setTimeout(() => end(child, 'SIGKILL'), STOP_WITHIN_MS)
      await gone
      clearTimeout(timer)
      end(child, 'SIGKILL')
    },
  }
}
