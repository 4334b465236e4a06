import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import type { Profiler } from 'node:inspector'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { findFreePort } from '../../node-bridge/test/faults/company/free-port.ts'
import { startTcpBalancer } from '../../node-bridge/test/faults/network/tcp-balancer.ts'
import { profileOf, startChild, stopChild, usageOf } from '../load/child.ts'
import { untilAnswered } from '../load/until-answered.ts'
import type { Usage } from '../load/usage.ts'

/** One node, or several replicas of it on a server database, each a process. */
export interface NodeGroup {
  /** Where it is called: of several, a balancer. */
  readonly url: string
  readonly operatorToken: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  /** Of all processes together; the longest stall of any. */
  usage(): Promise<Usage>
  /** Of the first process. */
  profile(work: () => Promise<unknown>): Promise<Profiler.Profile>
  /** One process: the others know nothing of what it is asked. */
  first(): ChildProcess
  pause(): Promise<void>
  resume(): Promise<void>
  stop(): Promise<void>
}

export interface NodeGroupStart {
  readonly name: string
  readonly script: URL
  readonly parameters?: readonly string[]
  readonly databaseUrl?: string | undefined
  readonly replicas?: number
  readonly environment?: Readonly<Record<string, string>>
  /** Is given each process before it has come far. */
  readonly onStart?: (child: ChildProcess) => void
}

export async function startNodeGroup(start: NodeGroupStart): Promise<NodeGroup> {
  const { name, script, parameters = [], databaseUrl, replicas = 1, environment = {}, onStart } = start
  const dataDir = mkdtempSync(join(tmpdir(), 'accord-bench-'))
  const operatorToken = randomBytes(24).toString('base64url')
  const masterKey = randomBytes(32).toString('base64')
  const ports: number[] = []
  for (let replica = 0; replica < replicas; replica += 1) ports.push(await findFreePort())
  const urls = ports.map((port) => `http://127.0.0.1:${port}`)
  const balancer = replicas > 1 ? await startTcpBalancer(urls) : undefined
  const url = balancer?.url ?? urls[0] ?? ''
  const startOne = (port: number, replica: number): ChildProcess => {
    const ownDir = replicas > 1 ? join(dataDir, `replica-${replica}`) : dataDir
    mkdirSync(ownDir, { recursive: true, mode: 0o700 })
    const child = startChild({
      script,
      parameters,
      preload: new URL('../node/instrument-bridge.ts', import.meta.url),
      environment: {
        ACCORD_HOST: '127.0.0.1',
        ACCORD_PORT: String(port),
        ACCORD_PUBLIC_URL: url,
        ACCORD_DATA_DIR: ownDir,
        ACCORD_NODE_NAME: name,
        ACCORD_MASTER_KEY: masterKey,
        ACCORD_OPERATOR_TOKEN: operatorToken,
        ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
        ACCORD_LOG_LEVEL: 'warn',
        ...(process.env['BENCH_COUNT_STATEMENTS'] ? { BENCH_COUNT_STATEMENTS: 'yes' } : {}),
        ...(databaseUrl === undefined ? {} : { ACCORD_DATABASE_URL: databaseUrl }),
        ...environment,
      },
    })
    onStart?.(child)
    return child
  }
  let children: readonly ChildProcess[] = []
  const pause = async () => {
    await Promise.all(children.map(stopChild))
    children = []
  }
  const resume = async () => {
    children = ports.map(startOne)
    await Promise.all(urls.map((each) => untilAnswered(`${each}/readyz`)))
  }
  const stop = async () => {
    await pause()
    await balancer?.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  const first = (): ChildProcess => {
    const [child] = children
    if (!child) throw new Error(`${name} does not run`)
    return child
  }
  try {
    await resume()
  } catch (error) {
    await stop()
    throw error
  }
  return {
    url,
    operatorToken,
    dataDir,
    databaseUrl,
    usage: async () => togetherOf(await Promise.all(children.map(usageOf))),
    profile: (work) => profileOf(first(), work),
    first,
    pause,
    resume,
    stop,
  }
}

const togetherOf = (usages: readonly Usage[]): Usage => ({
  cpuMs: usages.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
  residentMb: usages.reduce((sum, { residentMb }) => sum + residentMb, 0),
  longestStallMs: Math.max(...usages.map(({ longestStallMs }) => longestStallMs)),
  statements: {},
})
