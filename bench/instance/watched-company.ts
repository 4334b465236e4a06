import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { buildApp } from '../../demo/build.ts'
import { startService, type Service } from '../../demo/child.ts'
import { ADMIN } from '../../demo/company.ts'
import { isPaired, issuePairingCode, pairInstance } from '../../demo/pairing.ts'
import { findFreePort } from '../../node-bridge/test/faults/company/free-port.ts'
import { startFaultProxy } from '../../node-bridge/test/faults/network/proxy.ts'

/** A simulated instance with the real app and a real node; whatever the instance asks of its node is counted. */
export interface WatchedCompany {
  readonly instanceUrl: string
  /** Of the instance to its node, since the company began. */
  outbound(): { readonly calls: number; readonly ms: number }
  stop(): Promise<void>
}

const PACKED_APP = 'target/accord.zip'
const READY_WITHIN_MS = 60_000

/** The instance answers before its package is in: the app is there when its own route is. */
async function untilInstalled(instanceUrl: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS
  const isThere = () =>
    isPaired(instanceUrl, ADMIN).then(
      () => true,
      () => false,
    )
  while (!(await isThere())) {
    if (Date.now() > deadline) throw new Error('The app was not installed in time')
    await delay(200)
  }
}

export async function startWatchedCompany(): Promise<WatchedCompany> {
  await buildApp()
  const directory = mkdtempSync(join(tmpdir(), 'accord-bench-'))
  const nodePort = await findFreePort()
  const instancePort = await findFreePort()
  const instanceUrl = `http://127.0.0.1:${instancePort}`
  const nodeUrl = `http://127.0.0.1:${nodePort}`
  const token = randomBytes(24).toString('base64url')
  const proxy = await startFaultProxy(() => nodeUrl)
  const arrivals = new Map<number, number>()
  let calls = 0
  let ms = 0
  proxy.onStep((step, { index, path }) => {
    if (!path.startsWith('/instance/')) return
    if (step === 'arrived') return void arrivals.set(index, performance.now())
    calls += 1
    ms += performance.now() - (arrivals.get(index) ?? performance.now())
  })
  const services: Service[] = []
  const stop = async () => {
    await Promise.all(services.map((service) => service.stop()))
    await proxy.close()
    rmSync(directory, { recursive: true, force: true })
  }
  try {
    services.push(
      await startService({
        name: 'the node',
        script: 'node-bridge/src/main.ts',
        parameters: ['start'],
        environment: {
          ACCORD_PORT: String(nodePort),
          ACCORD_PUBLIC_URL: proxy.url,
          ACCORD_DATA_DIR: join(directory, 'node'),
          ACCORD_OPERATOR_TOKEN: token,
          ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
        },
        logFile: join(directory, 'node.log'),
        readyUrl: `${nodeUrl}/readyz`,
        readyWithinMs: READY_WITHIN_MS,
      }),
      await startService({
        name: 'the instance',
        script: 'instance-simulator/bin/accord-instance.js',
        parameters: ['--name', 'Bench', '--port', String(instancePort), '--app', PACKED_APP],
        logFile: join(directory, 'instance.log'),
        readyUrl: `${instanceUrl}/login.do`,
        readyWithinMs: READY_WITHIN_MS,
      }),
    )
    await untilInstalled(instanceUrl)
    await pairInstance(instanceUrl, ADMIN, await issuePairingCode(nodeUrl, token))
  } catch (error) {
    await stop()
    throw error
  }
  return { instanceUrl, outbound: () => ({ calls, ms }), stop }
}
