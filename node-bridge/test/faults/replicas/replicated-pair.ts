import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { startPostgres } from '../../postgres.ts'
import { createBridgeProcess, type BridgeProcess } from '../company/bridge-process.ts'
import { findFreePort } from '../company/free-port.ts'
import { startPair, type Pair } from '../handshake/pair.ts'

/** A pair whose source runs twice on one PostgreSQL; what comes from outside reaches the replicas in turn. */
export interface ReplicatedPair extends Pair {
  readonly replicas: readonly [BridgeProcess, BridgeProcess]
}

export async function startReplicatedPair(): Promise<ReplicatedPair> {
  const server = await startPostgres()
  const databaseUrl = await server.createDatabase()
  const environment = { ACCORD_MASTER_KEY: randomBytes(32).toString('base64') }
  const pair = await startPair({ source: { databaseUrl, environment } })
  const { source } = pair
  const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-replica-'))
  const second = createBridgeProcess({
    port: await findFreePort(),
    publicUrl: source.proxy.url,
    dataDir,
    nodeName: source.name,
    operatorToken: source.secrets.operatorToken,
    databaseUrl,
    environment,
  })
  const close = async () => {
    await second.stop()
    await pair.close()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  await second.start().catch(async (error: unknown) => {
    await close()
    throw error
  })
  const replicas = [source.bridge, second] as const
  let turn = 0
  source.proxy.leadTo(() => replicas[(turn += 1) % 2 === 0 ? 0 : 1].url)
  return { ...pair, replicas, close }
}
