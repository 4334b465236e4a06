import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { DEFAULT_API_BASE, type VersionRange } from '@accord/shared/protocol'
import type { ConnectionSnapshot, IssuedInvitation } from '@accord/shared/schemas'
import { pino } from 'pino'
import type { z } from 'zod'

import { type Bridge, type BridgeOverrides, createBridge } from '../../src/bridge.ts'
import { loadConfig } from '../../src/config/config.ts'
import { createBridgeClient, type BridgeClient, RefusedCall } from '../faults/company/bridge-client.ts'
import { eventually } from '../faults/company/eventually.ts'
import { findFreePort } from '../faults/company/free-port.ts'
import { type InstanceReceiver, startInstanceReceiver } from '../faults/company/instance-receiver.ts'
import { type FaultProxy, startFaultProxy } from '../faults/network/proxy.ts'

/** A company in this process: a real bridge on real sockets, a proxy before it, its instance's receiver, a clock to turn. */
export interface Company {
  readonly name: string
  readonly bridge: Bridge
  readonly proxy: FaultProxy
  readonly instance: InstanceReceiver
  /** Between the node and its instance. */
  readonly instanceProxy: FaultProxy
  readonly client: BridgeClient
  /** Everything the bridge has logged and shown. */
  readonly output: () => string
  readonly dataDir: string
  /** Undefined for the embedded database. */
  readonly databaseUrl: string | undefined
  /** Sets the clock forward (or back) from the real time. */
  shiftClock(byMs: number): void
  /** `meanwhile`: while nobody uses the database. */
  restart(meanwhile?: () => Promise<void>, settings?: Readonly<Record<string, string>>): Promise<void>
  close(): Promise<void>
}

/** What makes a company unlike the others. */
interface Special extends Pick<BridgeOverrides, 'createTracker'> {
  readonly settings?: Readonly<Record<string, string>>
  readonly restVersions?: VersionRange
  readonly hubObjectVersions?: VersionRange
}

/** `contactEveryMs`: between two contacts of a connection, on the average; minutes when absent. */
export async function startCompany(
  name: string,
  databaseUrl?: string,
  contactEveryMs?: number,
  special: Special = {},
): Promise<Company> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-story-'))
  const port = await findFreePort()
  const proxy = await startFaultProxy(() => `http://127.0.0.1:${port}`)
  const instance = await startInstanceReceiver(randomBytes(32).toString('base64'))
  const instanceProxy = await startFaultProxy(() => instance.url)
  const output: string[] = []
  let offsetMs = 0
  const configOf = (more: Readonly<Record<string, string>> = {}) =>
    loadConfig({
      ACCORD_DATA_DIR: dataDir,
      ACCORD_DATABASE_URL: databaseUrl,
      ACCORD_PORT: String(port),
      ACCORD_PUBLIC_URL: proxy.url,
      ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
      ACCORD_NODE_NAME: name,
      ACCORD_LOG_LEVEL: 'trace',
      ...special.settings,
      ...more,
    })
  const start = (more?: Readonly<Record<string, string>>) =>
    createBridge(configOf(more), {
      now: () => new Date(Date.now() + offsetMs),
      log: pino({ level: 'trace' }, { write: (line) => void output.push(line) }),
      show: (text) => void output.push(text),
      ...(contactEveryMs === undefined ? {} : { contactEveryMs }),
      ...(special.restVersions === undefined ? {} : { restVersions: special.restVersions }),
      ...(special.createTracker === undefined ? {} : { createTracker: special.createTracker }),
      ...(special.hubObjectVersions === undefined ? {} : { hubObjectVersions: special.hubObjectVersions }),
    })
  let bridge = await start()
  const token = randomBytes(32).toString('base64url')
  await pair(bridge, output.join(''), { token, instance, name, instanceUrl: instanceProxy.url })
  return {
    name,
    get bridge() {
      return bridge
    },
    proxy,
    instance,
    instanceProxy,
    client: createBridgeClient(bridge.listenUrl, token),
    output: () => output.join(''),
    dataDir,
    databaseUrl,
    shiftClock: (byMs) => void (offsetMs = byMs),
    restart: async (meanwhile, settings) => {
      await bridge.close()
      await meanwhile?.()
      bridge = await start(settings)
    },
    close: async () => {
      await bridge.close()
      await Promise.all([proxy.close(), instance.close(), instanceProxy.close()])
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

interface PairingDetails {
  readonly token: string
  readonly instance: InstanceReceiver
  readonly name: string
  readonly instanceUrl: string
}

/** As an admin would: with the code that the node has shown at its first start. */
async function pair(
  bridge: Bridge,
  shown: string,
  { token, instance, name, instanceUrl }: PairingDetails,
): Promise<void> {
  const pairingSecret = /#pair=(\S+)/u.exec(shown)?.[1] ?? ''
  const { callbackKey } = instance
  const apiBase = DEFAULT_API_BASE
  const facts = {
    instanceUrl,
    apiBase,
    instanceName: name,
    instanceVersion: 'Zurich',
    appVersion: '0.1.0',
    actor: 'admin',
  }
  await createBridgeClient(bridge.listenUrl, 'none').call('pairInstance', {
    body: { pairingSecret, token, callbackKey, ...facts },
  })
}

export type Issued = z.infer<typeof IssuedInvitation>

export async function initiate(source: Company, changes: Record<string, unknown> = {}): Promise<Issued> {
  const { connection, code } = await source.client.call('initiateConnection', {
    body: {
      requestId: randomUUID(),
      destinationUrl: null,
      mode: 'script',
      localShortName: 'Acme',
      remoteShortName: 'Globex',
      name: `Acme to Globex ${randomUUID().slice(0, 8)}`,
      description: 'Incidents of the shared platform',
      actor: 'abel.tuter',
      ...changes,
    },
  })
  if (code === null) throw new Error('A local connection has no code')
  return { connection, code }
}

export async function accept(destination: Company, code: string, name?: string): Promise<ConnectionSnapshot> {
  const body = { text: code, actor: 'beth.anglin', ...(name === undefined ? {} : { name }) }
  return (await destination.client.call('acceptInvitation', { body })).connection
}

export const read = async (company: Company, connectionId: string): Promise<ConnectionSnapshot> =>
  (await company.client.call('readConnection', { params: { connectionId } })).connection

/** Names of the entries in the handshake log, oldest first. */
export const readEvents = async (company: Company, connectionId: string): Promise<string[]> =>
  (await company.client.call('readConnection', { params: { connectionId } })).log.map(({ event }) => event)

export const untilState = (company: Company, connectionId: string, state: string): Promise<ConnectionSnapshot> =>
  eventually(`${company.name}'s connection becomes ${state}`, async () => {
    const connection = await read(company, connectionId)
    return connection.state === state ? connection : undefined
  })

/** The problem of a call that must be refused. */
export async function refusalOf(call: Promise<unknown>): Promise<RefusedCall['problem']> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (outcome instanceof RefusedCall) return outcome.problem
  throw new Error('The call was not refused', { cause: outcome })
}
