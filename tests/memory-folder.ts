import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { freemem } from 'node:os'
import path from 'node:path'

const GIB = 2 ** 30
/** Of the folder itself, and of the machine, which needs the rest for what it runs. */
const ROOM_BYTES = 4 * GIB
const FREE_BYTES = 10 * GIB
const PREFIX = 'accord-tests-'

/**
 * A folder for the temporary files of a run that lies in memory; undefined where there is none that fits. Hundreds of
 * embedded databases wait for their disk at each commit, and their tests kill processes, never the machine: what they
 * show is the same. The folder ends with this process; that of a run that was killed goes with the next one.
 */
export function makeMemoryFolder(shared = '/dev/shm'): string | undefined {
  if (!existsSync(shared)) return undefined
  removeEarlierOnes(shared)
  const { bavail, bsize } = statfsSync(shared)
  if (bavail * bsize < ROOM_BYTES || freemem() < FREE_BYTES) return undefined
  const folder = path.join(shared, `${PREFIX}${process.pid}`)
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  try {
    mkdirSync(folder)
    // PostgreSQL runs under another account.
    chmodSync(folder, 0o755)
    if (!runsPrograms(folder)) throw new Error('Mounted without the right to run programs')
  } catch {
    remove()
    return undefined
  }
  process.once('exit', remove)
  return folder
}

function removeEarlierOnes(shared: string): void {
  for (const name of readdirSync(shared)) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : Number.NaN
    if (pid > 0 && !existsSync(`/proc/${pid}`)) rmSync(path.join(shared, name), { recursive: true, force: true })
  }
}

/** Tests copy programs to their folders and start them there. */
function runsPrograms(folder: string): boolean {
  const program = path.join(folder, 'program')
  writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o755 })
  try {
    execFileSync(program, { stdio: 'ignore' })
    return true
  } catch {
    return false
  } finally {
    rmSync(program)
  }
}
