import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'

import type { SyncConfiguration } from '@accord/shared/schemas'
import { SYNC_TEMPLATES } from '@accord/shared/sync'

import { createBridgeClient } from '../../node-bridge/test/faults/company/bridge-client.ts'
import { eventually } from '../../node-bridge/test/faults/company/eventually.ts'
import { buildApp } from '../../now-app/build/build-app.ts'
import { SCOPE } from '../../now-app/src/server/scope.ts'
import { createHttpClient } from '../../now-app/test/http-client.ts'
import { type PageCall, pageCallOf } from '../../tests/sync/instance-company.ts'
import { messageOf, startChild, stopChild } from '../load/child.ts'
import type { EditedSides } from './edits.ts'
import type { IncidentWritten, PersonActed, PersonActs } from './instance-process.ts'
import { type NodeGroup, startNodeGroup } from './node-group.ts'

interface InstanceCompany {
  readonly node: NodeGroup
  readonly instance: ChildProcess
  readonly call: PageCall
  /** Of a person who calls: known by e-mail at both. */
  readonly callerId: string
}

export interface SyncedInstances extends EditedSides {
  stop(): Promise<void>
}

const ADMIN = { user: 'admin', password: 'admin' }
const QUIET_LOOKS = 3
const SETTLED = { withinMs: 600_000, everyMs: 200 }

/** Two simulated instances with the built package and a real node each, the template of incidents published at both. */
export async function startSyncedInstances(): Promise<SyncedInstances> {
  const { zip } = await buildApp(SCOPE)
  const companies: InstanceCompany[] = []
  const stop = async () =>
    void (await Promise.all(companies.flatMap(({ node, instance }) => [node.stop(), stopChild(instance)])))
  try {
    for (const name of ['Acme', 'Globex']) companies.push(await startCompany(name, zip))
    const [acme, globex] = companies
    if (!acme || !globex) throw new Error('Sync has two sides')
    await connect(acme, globex)
    const act = createPerson(acme.instance)
    return {
      create: (summary) => act(undefined, { short_description: summary, caller_id: acme.callerId, state: '2' }),
      change: async (id, description, comment) =>
        void (await act(id, { description, ...(comment !== undefined && { comments: comment }) })),
      onWritten: (listen) =>
        void globex.instance.on('message', (message: unknown) => {
          if (typeof message !== 'object' || message === null || !('written' in message)) return
          const { summary, description } = (message as { written: IncidentWritten }).written
          listen(summary, description)
        }),
      settled: () => untilQuiet(companies),
      cpuMs: async () => (await acme.node.usage()).cpuMs + (await globex.node.usage()).cpuMs,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startCompany(name: string, zip: string): Promise<InstanceCompany> {
  const script = new URL('./instance-process.ts', import.meta.url)
  const instance = startChild({ script, parameters: [name, zip] })
  const url = await messageOf<string>(instance, 'url')
  const node = await startNodeGroup({
    name,
    script: new URL('../../node-bridge/src/main.ts', import.meta.url),
    parameters: ['start'],
  })
  const admin = createHttpClient(url, ADMIN, SCOPE)
  const call = pageCallOf({ admin })
  const { pairingCode } = await createBridgeClient(node.url, node.operatorToken).call('issuePairingCode')
  await call('pairNode', { pairingCode })
  await call('putSyncUser', { roles: [...SYNC_TEMPLATES.incident.roles] })
  await call('allowSyncAccess', { tables: SYNC_TEMPLATES.incident.access })
  const [caller] = await admin.rows('sys_user', 'user_name=abel.tuter')
  return { node, instance, call, callerId: caller?.['sys_id'] ?? '' }
}

async function connect(acme: InstanceCompany, globex: InstanceCompany): Promise<void> {
  const names = { localShortName: 'Acme', remoteShortName: 'Globex', name: 'Acme_to_Globex', description: '' }
  const wizard = { requestId: randomUUID(), destinationUrl: null, mode: 'script', ...names }
  const issued = await acme.call('initiateConnection', wizard)
  const accepted = await globex.call('acceptInvitation', { text: issued['code'] })
  const idOf = (answer: Record<string, unknown>) => (answer['connection'] as { id: string }).id
  await publishTemplate(acme, idOf(issued))
  await publishTemplate(globex, idOf(accepted))
}

/** Refused while the connection is not active yet, which a moment later it is. */
const publishTemplate = ({ call }: InstanceCompany, connectionId: string): Promise<true> =>
  eventually('the template is published', async () => {
    const read = await call('readSyncConfiguration', undefined, connectionId)
    const { template, table } = read as unknown as SyncConfiguration
    const published = await call(
      'publishSync',
      {
        table,
        outgoing: template.outgoing,
        incoming: template.incoming,
        trigger: { query: `${template.query}^short_descriptionSTARTSWITHBench`, isActive: true },
        basedOn: { outgoing: 0, incoming: 0 },
      },
      connectionId,
    )
    const faults = published['faults'] as readonly object[]
    if (faults.length > 0) throw new Error(JSON.stringify(faults))
    return true as const
  })

/** Somebody who works on an instance. */
function createPerson(
  instance: ChildProcess,
): (id: string | undefined, values: PersonActs['values']) => Promise<string> {
  const waiting = new Map<number, (id: string) => void>()
  let acts = 0
  instance.on('message', (message: unknown) => {
    if (typeof message !== 'object' || message === null || !('acted' in message)) return
    const { acted, id } = message as PersonActed
    waiting.get(acted)?.(id)
    waiting.delete(acted)
  })
  return (id, values) =>
    new Promise((resolve) => {
      const acting = (acts += 1)
      waiting.set(acting, resolve)
      instance.send({ acting, values, ...(id !== undefined && { id }) } satisfies PersonActs)
    })
}

/** What an instance has noticed and nobody has pulled is in no queue yet: it is looked at more than once. */
function untilQuiet(companies: readonly InstanceCompany[]): Promise<true> {
  let quiet = 0
  return eventually(
    'both are settled',
    async () => {
      const queues = await Promise.all(
        companies.map(({ call }) => call('readSyncQueue', undefined, undefined, '?filter=moving&limit=1')),
      )
      const open = queues.flatMap((queue) => queue['items'] as readonly object[])
      quiet = open.length > 0 ? 0 : quiet + 1
      return quiet >= QUIET_LOOKS || undefined
    },
    SETTLED,
  )
}
