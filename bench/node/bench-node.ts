import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { Profiler } from 'node:inspector'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { DEFAULT_API_BASE, PAIRING_FRAGMENT } from '@accord/shared/protocol'

import { createBridgeClient, type BridgeClient } from '../../node-bridge/test/faults/company/bridge-client.ts'
import { findFreePort } from '../../node-bridge/test/faults/company/free-port.ts'
import {
  startInstanceReceiver,
  type InstanceReceiver,
} from '../../node-bridge/test/faults/company/instance-receiver.ts'
import { profileOf, startChild, stopChild, usageOf } from '../load/child.ts'
import { untilAnswered } from '../load/until-answered.ts'
import type { Usage } from '../load/usage.ts'

/** A real bridge in a process of its own, paired with the callback side of an instance in this process. */
export interface BenchNode {
  readonly url: string
  readonly instanceUid: string
  readonly instanceToken: string
  readonly client: BridgeClient
  readonly instance: InstanceReceiver
  usage(): Promise<Usage>
  profile(work: () => Promise<unknown>): Promise<Profiler.Profile>
  /** Stops the bridge, does this to its data, and starts it again under the same address. */
  restartAfter(work: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

export interface BenchNodeStart {
  readonly name: string
  /** PostgreSQL; SQLite in the data directory without it. */
  readonly databaseUrl?: string | undefined
  /** Made and removed again when absent. */
  readonly dataDir?: string
  /** Makes every statement a little dearer. */
  readonly countStatements?: boolean
}

export async function startBenchNode({
  name,
  databaseUrl,
  dataDir,
  countStatements,
}: BenchNodeStart): Promise<BenchNode> {
  const directory = dataDir ?? mkdtempSync(join(tmpdir(), 'accord-bench-'))
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const operatorToken = randomBytes(24).toString('base64url')
  const instance = await startInstanceReceiver(randomBytes(32).toString('base64'))
  const start = () =>
    startChild({
      script: new URL('../../node-bridge/src/main.ts', import.meta.url),
      parameters: ['start'],
      preload: new URL('./instrument-bridge.ts', import.meta.url),
      environment: {
        ACCORD_HOST: '127.0.0.1',
        ACCORD_PORT: String(port),
        ACCORD_PUBLIC_URL: url,
        ACCORD_DATA_DIR: directory,
        ACCORD_NODE_NAME: name,
        ACCORD_OPERATOR_TOKEN: operatorToken,
        ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
        ACCORD_LOG_LEVEL: 'warn',
        ...(countStatements ? { BENCH_COUNT_STATEMENTS: 'yes' } : {}),
        ...(databaseUrl === undefined ? {} : { ACCORD_DATABASE_URL: databaseUrl }),
      },
    })
  let child = start()
  const stop = async () => {
    await stopChild(child)
    await instance.close()
    if (dataDir === undefined) rmSync(directory, { recursive: true, force: true })
  }
  const restartAfter = async (work: () => Promise<void>) => {
    await stopChild(child)
    await work()
    child = start()
    await untilAnswered(`${url}/readyz`)
  }
  try {
    await untilAnswered(`${url}/readyz`)
    const paired = await pair({ name, url, operatorToken, instance })
    return {
      url,
      instance,
      ...paired,
      usage: () => usageOf(child),
      profile: (work) => profileOf(child, work),
      restartAfter,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

interface Unpaired {
  readonly name: string
  readonly url: string
  readonly operatorToken: string
  readonly instance: InstanceReceiver
}

/** Pairs a node with this receiver, as the admin of an instance does. */
export async function pair({ name, url, operatorToken, instance }: Unpaired) {
  const instanceToken = randomBytes(32).toString('base64url')
  const client = createBridgeClient(url, instanceToken)
  const { pairingCode } = await createBridgeClient(url, operatorToken).call('issuePairingCode')
  const { instanceUid, nodeUrl } = await client.call('pairInstance', {
    body: {
      pairingSecret: pairingCode.split(PAIRING_FRAGMENT)[1],
      token: instanceToken,
      callbackKey: instance.callbackKey,
      instanceUrl: instance.url,
      apiBase: DEFAULT_API_BASE,
      instanceName: name,
      instanceVersion: 'Zurich',
      appVersion: '0.1.0',
      actor: 'bench',
    },
  })
  instance.nameNode({ nodeUrl, instanceUid })
  return { instanceUid, instanceToken, client }
}
