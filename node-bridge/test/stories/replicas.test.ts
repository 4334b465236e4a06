import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { DEFAULT_API_BASE } from '@accord/shared/protocol'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pino } from 'pino'

import { initiateConnection } from '../../src/invitations/initiate-connection.ts'
import { type Bridge, createBridge } from '../../src/bridge.ts'
import { loadConfig } from '../../src/config/config.ts'
import { type BridgeClient, createBridgeClient } from '../faults/company/bridge-client.ts'
import { eventually } from '../faults/company/eventually.ts'
import { type InstanceReceiver, startInstanceReceiver } from '../faults/company/instance-receiver.ts'
import { type FaultProxy, startFaultProxy } from '../faults/network/proxy.ts'
import { type PostgresServer, startPostgres } from '../postgres.ts'
import { accept, type Company, startCompany } from './company.ts'

let postgres: PostgresServer
let replicas: Bridge[] = []
let balancer: FaultProxy
let instance: InstanceReceiver
let acme: BridgeClient
let globex: Company
const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-replicas-'))
let turn = 0

/** Three bridges on one empty PostgreSQL that start at the same time; the balancer gives each call to the next of them. */
beforeAll(async () => {
  postgres = await startPostgres()
  const databaseUrl = await postgres.createDatabase()
  balancer = await startFaultProxy(() => replicas[turn++ % replicas.length]?.listenUrl ?? '')
  const config = loadConfig({
    ACCORD_DATA_DIR: dataDir,
    ACCORD_DATABASE_URL: databaseUrl,
    ACCORD_MASTER_KEY: randomBytes(32).toString('base64'),
    ACCORD_PORT: '0',
    ACCORD_PUBLIC_URL: balancer.url,
    ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
    ACCORD_NODE_NAME: 'Acme',
  })
  const shown: string[] = []
  const overrides = { log: pino({ level: 'silent' }), show: (text: string) => void shown.push(text) }
  replicas = await Promise.all([1, 2, 3].map(() => createBridge(config, overrides)))
  instance = await startInstanceReceiver(randomBytes(32).toString('base64'))
  const token = randomBytes(32).toString('base64url')
  acme = createBridgeClient(balancer.url, token)
  await acme.call('pairInstance', {
    body: {
      pairingSecret: /#pair=(\S+)/u.exec(shown.join(''))?.[1],
      token,
      callbackKey: instance.callbackKey,
      instanceUrl: instance.url,
      apiBase: DEFAULT_API_BASE,
      instanceName: 'Acme',
      instanceVersion: 'Zurich',
      appVersion: '0.1.0',
      actor: 'admin',
    },
  })
  globex = await startCompany('Globex')
})

afterAll(async () => {
  await Promise.all([globex.close(), ...replicas.map((replica) => replica.close())])
  await Promise.all([balancer.close(), instance.close()])
  await postgres.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('replicas that start together on an empty database are one node', async () => {
  const statuses = await Promise.all(replicas.map(({ services }) => services.node.status()))
  expect(new Set(statuses.map(({ instanceUid }) => instanceUid)).size).toBe(1)
  expect(new Set(statuses.map(({ keyFingerprint }) => keyFingerprint)).size).toBe(1)
})

test('ten handshakes whose every call meets another replica all become active, and the instance learns of each in order', async () => {
  const issued = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      acme.call('initiateConnection', {
        body: { ...initiation(randomUUID()), name: `Balanced ${i}` },
      }),
    ),
  )
  const accepted = await Promise.all(issued.map(({ code }) => accept(globex, code ?? '')))
  expect(accepted.map(({ state }) => state)).toEqual(Array(10).fill('active'))
  for (const { connection } of issued)
    await eventually('the instance receives', () => instance.find(connection.id)?.state === 'active' || undefined)
  expect([instance.faults, instance.inversions]).toEqual([[], []])
})

const initiation = (requestId: string) => ({
  requestId,
  destinationUrl: null,
  mode: 'script' as const,
  localShortName: 'Acme',
  remoteShortName: 'Globex',
  name: `Raced ${requestId.slice(0, 4)}`,
  description: '',
  actor: 'admin',
})

test('two replicas that initiate the same name, or the same request, make one connection', async () => {
  const requestId = randomUUID()
  const same = await Promise.all(
    replicas.map(({ services }) => initiateConnection(services.context, initiation(requestId))),
  )
  expect(new Set(same.map(({ connection }) => connection.id)).size).toBe(1)
  const name = `Contested ${requestId}`
  const rivals = await Promise.allSettled(
    replicas.map(({ services }) => initiateConnection(services.context, { ...initiation(randomUUID()), name })),
  )
  expect(rivals.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const rival of rivals)
    if (rival.status === 'rejected') expect(rival.reason).toMatchObject({ code: 'name_taken' })
})

test('a request id that one replica has spent is spent for all', async () => {
  const id = randomUUID()
  const until = new Date(Date.now() + 60_000)
  const spent = await Promise.all(replicas.map(({ services }) => services.callers.spendRequestId(id, until)))
  expect(spent.filter(Boolean)).toHaveLength(1)
})
