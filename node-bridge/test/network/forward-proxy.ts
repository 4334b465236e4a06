import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { eventually } from '../faults/company/eventually.ts'
import { findFreePort } from '../faults/company/free-port.ts'

export interface ForwardProxy {
  readonly port: number
  log(): string
  close(): Promise<void>
}

/** Debian's tinyproxy in a process of its own. `rules`: further lines of its settings. A machine without it fails the test. */
export async function startForwardProxy(...rules: readonly string[]): Promise<ForwardProxy> {
  const directory = mkdtempSync(path.join(tmpdir(), 'accord-forward-proxy-'))
  const port = await findFreePort()
  const logFile = path.join(directory, 'log')
  const file = path.join(directory, 'tinyproxy.conf')
  const lines = [`Port ${port}`, 'Listen 127.0.0.1', 'Timeout 20', 'LogLevel Connect', `LogFile "${logFile}"`, ...rules]
  writeFileSync(file, `${lines.join('\n')}\n`)
  const child = spawn('tinyproxy', ['-d', '-c', file], { stdio: 'ignore' })
  const failed = new Promise<never>((_, reject) => child.once('error', reject))
  await Promise.race([failed, eventually('tinyproxy listens', () => isOpen(port))])
  return {
    port,
    log: () => readFileSync(logFile, 'utf8'),
    close: async () => {
      await end(child)
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export const isOpen = (port: number): Promise<true | undefined> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(undefined))
  })

export const end = (child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
  })
