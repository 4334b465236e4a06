import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { createBridgeClient } from '../../../node-bridge/test/faults/company/bridge-client.ts'
import {
  type BridgeProcess,
  type BridgeSettings,
  createBridgeProcess,
} from '../../../node-bridge/test/faults/company/bridge-process.ts'
import { findFreePort } from '../../../node-bridge/test/faults/company/free-port.ts'
import { queryRows } from '../../../node-bridge/test/faults/company/query-rows.ts'
import { createReplicatedBridge } from '../../../node-bridge/test/faults/company/replicated-bridge.ts'
import { type FaultProxy, startFaultProxy } from '../../../node-bridge/test/faults/network/proxy.ts'
import { buildApp } from '../../../now-app/build/build-app.ts'
import { SCOPE } from '../../../now-app/src/server/scope.ts'
import { createHttpClient, type HttpClient } from '../../../now-app/test/http-client.ts'
import { OPENED, type PageCall, pageCallOf } from '../instance-company.ts'
import { createInstanceServer, type InstanceServer } from './instance-server.ts'

/**
 * A company of which nothing runs in the process of the test: its node (or several replicas), its instance with the built package, and
 * a proxy in front of each, through which all their calls lead.
 */
export interface ProcessCompany {
  readonly name: string
  readonly node: BridgeProcess
  /** Whatever of it can die by itself: each replica, and the instance. */
  readonly mortals: readonly Mortal[]
  readonly nodeProxy: FaultProxy
  readonly instance: InstanceServer
  readonly instanceProxy: FaultProxy
  /** The platform's administrator; past the proxy. */
  readonly admin: HttpClient
  readonly call: PageCall
  /** Rows of the node's database, past the node. */
  rows<Row extends object>(sql: string): Promise<Row[]>
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  readonly masterKey: string
  readonly operatorToken: string
  close(): Promise<void>
}

export interface ProcessCompanyOptions {
  readonly databaseUrl?: string | undefined
  readonly replicas?: number
}

export interface Mortal {
  readonly name: string
  isRunning(): boolean
  kill(): Promise<void>
  start(): Promise<void>
}

/** One build serves both companies. */
let built: ReturnType<typeof buildApp> | undefined

const WITH_FILES = OPENED.map((table) =>
  table.table === 'incident' ? { ...table, readFiles: true, writeFiles: true } : table,
)

export async function startProcessCompany(
  name: string,
  { databaseUrl, replicas = 1 }: ProcessCompanyOptions = {},
): Promise<ProcessCompany> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-killed-'))
  const operatorToken = randomBytes(24).toString('base64url')
  const masterKey = randomBytes(32).toString('base64')
  const nodeProxy: FaultProxy = await startFaultProxy(() => node.url)
  const instanceProxy: FaultProxy = await startFaultProxy(() => instance.url)
  built ??= buildApp(SCOPE)
  const instance = createInstanceServer({
    name,
    port: await findFreePort(),
    publicUrl: instanceProxy.url,
    dataDir: path.join(dataDir, 'instance'),
    app: (await built).zip,
  })
  const settings = {
    publicUrl: nodeProxy.url,
    dataDir,
    nodeName: name,
    operatorToken,
    databaseUrl,
    environment: { ACCORD_SYNC_PULL_SECONDS: '1', ACCORD_MASTER_KEY: masterKey },
  } as const
  const { node, processes } = replicas > 1 ? await createSeveral(settings, replicas) : await createOne(settings)
  await Promise.all([instance.start(), node.start()])
  const admin = createHttpClient(instance.url, { user: 'admin', password: 'admin' }, SCOPE)
  const call = pageCallOf({ admin })
  const { pairingCode } = await createBridgeClient(node.url, operatorToken).call('issuePairingCode')
  await call('pairNode', { pairingCode })
  await call('putSyncUser', { roles: ['itil'] })
  await call('allowSyncAccess', { tables: WITH_FILES })
  return {
    name,
    node,
    mortals: [
      ...processes.map((each, place) => Object.assign(each, { name: `node ${place + 1} of ${name}` })),
      Object.assign(instance, { name: `instance of ${name}` }),
    ],
    nodeProxy,
    instance,
    instanceProxy,
    admin,
    call,
    databaseUrl,
    dataDir,
    masterKey,
    operatorToken,
    rows: (sql) => queryRows({ dataDir, databaseUrl }, sql),
    close: async () => {
      await Promise.all([node.close(), instance.kill()])
      await Promise.all([nodeProxy.close(), instanceProxy.close()])
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

type Settings = Omit<BridgeSettings, 'port'>
interface Node {
  readonly node: BridgeProcess & { close(): Promise<void> }
  readonly processes: readonly BridgeProcess[]
}

async function createOne(settings: Settings): Promise<Node> {
  const node = createBridgeProcess({ ...settings, port: await findFreePort() })
  return { node: { ...node, close: () => node.stop() }, processes: [node] }
}

async function createSeveral(settings: Settings, replicas: number): Promise<Node> {
  const node = await createReplicatedBridge(settings, replicas)
  return { node, processes: node.replicas }
}
