import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { DEFAULT_API_BASE, PAIRING_FRAGMENT } from '@accord/shared/protocol'

import { createBridgeClient, type BridgeClient } from './bridge-client.ts'
import { createBridgeProcess, type BridgeProcess, type BridgeSettings } from './bridge-process.ts'
import { startFaultProxy, type FaultProxy } from '../network/proxy.ts'
import { startPostgres } from '../../postgres.ts'
import { findFreePort } from './free-port.ts'
import { createReplicatedBridge } from './replicated-bridge.ts'
import { startInstanceReceiver, type InstanceReceiver } from './instance-receiver.ts'

/** Everything secret that passed through the hands of a company's people, for a search of what they left behind. */
export interface CompanySecrets {
  readonly operatorToken: string
  readonly instanceToken: string
  readonly callbackKey: string
  readonly pairingSecret: string
}

/** A company: its bridge in a process of its own, the fault proxy in front of it, and its instance's side of the calls. */
export interface Company {
  readonly name: string
  readonly bridge: BridgeProcess
  readonly proxy: FaultProxy
  readonly instance: InstanceReceiver
  /** In front of the instance: what the bridge sends it passes here. */
  readonly instanceProxy: FaultProxy
  /** Calls the bridge directly as its paired instance. */
  readonly client: BridgeClient
  readonly operator: BridgeClient
  readonly instanceUid: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly secrets: CompanySecrets
  close(): Promise<void>
}

export interface CompanyOptions extends Partial<Pick<BridgeSettings, 'databaseUrl' | 'logLevel' | 'environment'>> {
  /** More than one: replicas on a PostgreSQL of their own, behind a TCP balancer. */
  readonly replicas?: number | undefined
  /** Where its data directory is made; the directory for temporary files when absent. */
  readonly dataIn?: string | undefined
}

/** The same suites run again with this many replicas of Company A. */
const REPLICAS = Number(process.env['ACCORD_TEST_REPLICAS'] ?? 1)

const defaultReplicas = (name: string, { databaseUrl }: CompanyOptions): number =>
  name === 'Company A' && databaseUrl === undefined ? REPLICAS : 1

export async function startCompany(name: string, options: CompanyOptions = {}): Promise<Company> {
  const { replicas = defaultReplicas(name, options), dataIn = tmpdir(), ...settings } = options
  const dataDir = mkdtempSync(path.join(dataIn, 'accord-faults-'))
  const proxy = await startFaultProxy(() => running.bridge.url)
  const operatorToken = randomBytes(24).toString('base64url')
  const instanceToken = randomBytes(32).toString('base64url')
  const instance = await startInstanceReceiver(randomBytes(32).toString('base64'))
  const instanceProxy = await startFaultProxy(() => instance.url)
  const shared = { publicUrl: proxy.url, dataDir, nodeName: name, operatorToken, ...settings }
  const running = replicas > 1 ? await createReplicas(shared, replicas) : await createOne(shared)
  const { bridge, databaseUrl } = running
  const close = async () => {
    await running.close()
    await Promise.all([proxy.close(), instanceProxy.close(), instance.close()])
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await bridge.start()
    const operator = createBridgeClient(bridge.url, operatorToken)
    const client = createBridgeClient(bridge.url, instanceToken)
    const pairingSecret = await issuePairingSecret(operator)
    const secrets = { operatorToken, instanceToken, callbackKey: instance.callbackKey, pairingSecret }
    const { instanceUid, nodeUrl } = await client.call('pairInstance', {
      body: pairingRequest(name, instanceProxy.url, secrets),
    })
    instance.nameNode({ nodeUrl, instanceUid })
    const parts = { name, bridge, proxy, instance, instanceProxy, client, operator }
    return { ...parts, instanceUid, dataDir, databaseUrl, secrets, close }
  } catch (error) {
    await close()
    throw error
  }
}

interface RunningBridge {
  readonly bridge: BridgeProcess
  readonly databaseUrl: string | undefined
  close(): Promise<void>
}

async function createOne(settings: Omit<BridgeSettings, 'port'>): Promise<RunningBridge> {
  const bridge = createBridgeProcess({ port: await findFreePort(), ...settings })
  return { bridge, databaseUrl: settings.databaseUrl, close: () => bridge.stop() }
}

async function createReplicas(settings: Omit<BridgeSettings, 'port'>, count: number): Promise<RunningBridge> {
  const server = await startPostgres()
  const databaseUrl = await server.createDatabase()
  const environment = { ACCORD_MASTER_KEY: randomBytes(32).toString('base64'), ...settings.environment }
  const bridge = await createReplicatedBridge({ ...settings, databaseUrl, environment }, count)
  const close = async () => {
    await bridge.close()
    await server.stop()
  }
  return { bridge, databaseUrl, close }
}

async function issuePairingSecret(operator: BridgeClient): Promise<string> {
  const { pairingCode } = await operator.call('issuePairingCode')
  const at = pairingCode.indexOf(PAIRING_FRAGMENT)
  if (at < 0) throw new Error('The pairing code holds no secret')
  return pairingCode.slice(at + PAIRING_FRAGMENT.length)
}

const pairingRequest = (name: string, instanceUrl: string, secrets: CompanySecrets) => ({
  pairingSecret: secrets.pairingSecret,
  token: secrets.instanceToken,
  callbackKey: secrets.callbackKey,
  instanceUrl,
  apiBase: DEFAULT_API_BASE,
  instanceName: name,
  instanceVersion: 'Zurich',
  appVersion: '0.1.0',
  actor: 'admin',
})
