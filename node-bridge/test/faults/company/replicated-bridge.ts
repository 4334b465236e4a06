import { mkdirSync } from 'node:fs'
import path from 'node:path'

import { startTcpBalancer, type TcpBalancer } from '../network/tcp-balancer.ts'
import { createBridgeProcess, type BridgeProcess, type BridgeSettings } from './bridge-process.ts'
import { findFreePort } from './free-port.ts'

/** Several replicas on one PostgreSQL behind a TCP balancer that behave as one bridge; a kill strikes each in its turn. */
export interface ReplicatedBridge extends BridgeProcess {
  readonly replicas: readonly BridgeProcess[]
  readonly balancer: TcpBalancer
  close(): Promise<void>
}

type Shared = Omit<BridgeSettings, 'port'>

export async function createReplicatedBridge(settings: Shared, count: number): Promise<ReplicatedBridge> {
  const replicas: BridgeProcess[] = []
  for (let at = 0; at < count; at += 1) {
    const dataDir = path.join(settings.dataDir, `replica-${at}`)
    mkdirSync(dataDir, { mode: 0o700 })
    replicas.push(createBridgeProcess({ ...settings, port: await findFreePort(), dataDir }))
  }
  const balancer = await startTcpBalancer(replicas.map(({ url }) => url))
  let victim = 0
  const stop = async () => void (await Promise.all(replicas.map((replica) => replica.stop())))
  return {
    replicas,
    balancer,
    url: balancer.url,
    output: (stream) => replicas.map((replica) => replica.output(stream)).join(''),
    lines: () => replicas.flatMap((replica) => replica.lines()),
    isRunning: () => replicas.every((replica) => replica.isRunning()),
    pids: () => replicas.flatMap((replica) => replica.pids()),
    start: async () =>
      void (await Promise.all(replicas.filter((replica) => !replica.isRunning()).map((replica) => replica.start()))),
    kill: async () => void (await replicas[victim++ % count]?.kill()),
    stop,
    close: async () => {
      await stop()
      await balancer.close()
    },
  }
}
