import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { createBridgeClient } from '../../node-bridge/test/faults/company/bridge-client.ts'
import {
  type BridgeProcess,
  type BridgeSettings,
  createBridgeProcess,
} from '../../node-bridge/test/faults/company/bridge-process.ts'
import { findFreePort } from '../../node-bridge/test/faults/company/free-port.ts'
import { createReplicatedBridge } from '../../node-bridge/test/faults/company/replicated-bridge.ts'
import { startFaultProxy } from '../../node-bridge/test/faults/network/proxy.ts'
import { queryRows } from '../../node-bridge/test/faults/company/query-rows.ts'
import { installedInstance, type TestInstance } from '../../now-app/test/installed-instance.ts'
import { OPENED, type PageCall, pageCallOf } from './instance-company.ts'

/** A company whose node is a process of its own, or several replicas, which can die and come back. */
export interface InstanceProcess {
  readonly node: BridgeProcess
  readonly instance: TestInstance
  readonly call: PageCall
  /** Rows of the node's database, past the node. */
  rows<Row extends object>(sql: string): Promise<Row[]>
  close(): Promise<void>
}

/** `replicas`: on a server database; what comes from outside reaches them in turn. */
export async function startInstanceProcess(name: string, databaseUrl?: string, replicas = 1): Promise<InstanceProcess> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-process-'))
  const instance = await installedInstance(name)
  const operatorToken = randomBytes(24).toString('base64url')
  const proxy = await startFaultProxy(() => node.url)
  const settings = {
    publicUrl: proxy.url,
    dataDir,
    nodeName: name,
    operatorToken,
    databaseUrl,
    logLevel: 'trace',
    environment: { ACCORD_SYNC_PULL_SECONDS: '1', ACCORD_MASTER_KEY: randomBytes(32).toString('base64') },
  } as const
  const node = replicas > 1 ? await createReplicatedBridge(settings, replicas) : await createOne(settings)
  await node.start()
  const call = pageCallOf(instance)
  const { pairingCode } = await createBridgeClient(node.url, operatorToken).call('issuePairingCode')
  await call('pairNode', { pairingCode })
  await call('putSyncUser', { roles: ['itil'] })
  await call('allowSyncAccess', { tables: OPENED })
  return {
    node,
    instance,
    call,
    rows: (sql) => queryRows({ dataDir, databaseUrl }, sql),
    close: async () => {
      await node.close()
      await Promise.all([instance.close(), proxy.close()])
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function createOne(settings: Omit<BridgeSettings, 'port'>): Promise<BridgeProcess & { close(): Promise<void> }> {
  const node = createBridgeProcess({ ...settings, port: await findFreePort() })
  return { ...node, close: () => node.stop() }
}
