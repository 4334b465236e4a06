import { randomBytes } from 'node:crypto'

import type { BridgeClient } from '../../node-bridge/test/faults/company/bridge-client.ts'
import { eventually } from '../../node-bridge/test/faults/company/eventually.ts'
import {
  type InstanceReceiver,
  startInstanceReceiver,
} from '../../node-bridge/test/faults/company/instance-receiver.ts'
import { pair } from '../node/bench-node.ts'
import { invite } from '../node/invite.ts'
import { type CompanyRecords, createCompanyRecords } from './company-records.ts'
import { type NodeGroup, startNodeGroup } from './node-group.ts'

/** A company whose node is real, and whose records are in this process. */
export interface SyncCompany {
  readonly name: string
  readonly node: NodeGroup
  readonly client: BridgeClient
  readonly instanceToken: string
  readonly instance: InstanceReceiver
  readonly records: CompanyRecords
}

/** Two of them, with an active connection on which both have published the template of incidents as it comes. */
export interface SyncedNodes {
  readonly acme: SyncCompany
  readonly globex: SyncCompany
  readonly ids: { readonly acme: string; readonly globex: string }
  /** Nothing is under way at either side. */
  settled(): Promise<true>
  /** Of the nodes of both sides together. */
  cpuMs(): Promise<number>
  stop(): Promise<void>
}

export interface SyncedNodesStart {
  readonly fresh?: () => Promise<string | undefined>
  readonly replicas?: number
}

const SETTLED = { withinMs: 600_000, everyMs: 100 }

export async function startSyncedNodes({
  fresh = async () => undefined,
  replicas = 1,
}: SyncedNodesStart = {}): Promise<SyncedNodes> {
  const acme = await startSyncCompany('Acme', await fresh(), replicas)
  const globex = await startSyncCompany('Globex', await fresh(), replicas)
  const stop = async () => void (await Promise.all([stopCompany(acme), stopCompany(globex)]))
  try {
    const ids = await connect(acme, globex)
    await publishTemplate(acme.client, ids.acme)
    await publishTemplate(globex.client, ids.globex)
    return {
      acme,
      globex,
      ids,
      settled: () => eventually('both are settled', async () => (await areSettled(acme, globex)) || undefined, SETTLED),
      cpuMs: async () => (await acme.node.usage()).cpuMs + (await globex.node.usage()).cpuMs,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startSyncCompany(name: string, databaseUrl: string | undefined, replicas: number): Promise<SyncCompany> {
  const records = createCompanyRecords(name)
  const node = await startNodeGroup({
    name,
    script: new URL('./node-process.ts', import.meta.url),
    databaseUrl,
    replicas,
    onStart: (child) => records.serve(child),
  })
  const instance = await startInstanceReceiver(randomBytes(32).toString('base64'))
  const { client, instanceToken } = await pair({ name, url: node.url, operatorToken: node.operatorToken, instance })
  return { name, node, client, instanceToken, instance, records }
}

async function stopCompany({ node, instance }: SyncCompany): Promise<void> {
  await node.stop()
  await instance.close()
}

async function connect(acme: SyncCompany, globex: SyncCompany): Promise<SyncedNodes['ids']> {
  const { connectionId, code } = await invite(acme)
  const { connection } = await globex.client.call('acceptInvitation', { body: { text: code, actor: 'bench' } })
  await eventually('Acme is active', async () => {
    const read = await acme.client.call('readConnection', { params: { connectionId } })
    return read.connection.state === 'active' || undefined
  })
  return { acme: connectionId, globex: connection.id }
}

/** As an admin does on the page, who changes nothing but which records are meant: all. */
async function publishTemplate(client: BridgeClient, connectionId: string): Promise<void> {
  const params = { connectionId }
  const { table, template } = await client.call('readSyncConfiguration', { params })
  const { faults } = await client.call('publishSync', {
    params,
    body: {
      table,
      outgoing: template.outgoing,
      incoming: template.incoming,
      trigger: { query: '', isActive: true, history: 'visible' },
      basedOn: { outgoing: 0, incoming: 0 },
      actor: 'bench',
    },
  })
  if (faults.length > 0) throw new Error(`The template could not be published: ${JSON.stringify(faults)}`)
}

async function areSettled(...companies: readonly SyncCompany[]): Promise<boolean> {
  for (const { client, records } of companies) {
    if (records.waiting() > 0) return false
    const { items } = await client.call('readSyncQueue', { query: { filter: 'moving', limit: '1' } })
    if (items.length > 0) return false
  }
  return true
}
