import { Agent, request } from 'node:http'
import { randomUUID } from 'node:crypto'

import { OPERATIONS } from '@accord/shared/contracts'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { type Company, startCompany } from '../faults/company/company.ts'
import type { ReplicatedBridge } from '../faults/company/replicated-bridge.ts'

let replicated: Company
let alone: Company

beforeAll(async () => {
  const environment = { ACCORD_DRAIN_SECONDS: '1' }
  ;[replicated, alone] = await Promise.all([
    startCompany('Replicated', { replicas: 3, environment }),
    startCompany('Alone', { environment }),
  ])
}, 90_000)

afterAll(() => Promise.all([replicated.close(), alone.close()]))

interface Load {
  readonly statuses: Record<string, number>
  end(): Promise<void>
}

const CALLERS = 8

const initiation = () => ({
  requestId: randomUUID(),
  destinationUrl: null,
  mode: 'script',
  localShortName: 'A',
  remoteShortName: 'B',
  name: `Under load ${randomUUID()}`,
  description: '',
  actor: 'admin',
})

/** Nobody took the connection: before the door closed it stood in the system's queue at most, and after it is refused. */
function outcomeOf(error: Error & { code?: string }, reused: boolean): string {
  if (error.code === 'ECONNREFUSED') return 'refused'
  return error.code === 'ECONNRESET' && !reused ? 'found the door closing' : String(error)
}

const answeredWith = (company: Company, status: number): number =>
  company.bridge
    .output('stderr')
    .split('\n')
    .filter((line) => line.includes('"msg":"request"') && line.includes(`"status":${status},`)).length

/** Some callers keep their connections, some open one for each call; all read and write without a pause and retry nothing. */
function startLoad(company: Company): Load {
  const statuses: Record<string, number> = {}
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  let ended = false
  const call = (name: 'listConnections' | 'initiateConnection', kept: boolean) =>
    new Promise<string>((resolve) => {
      const { method, path } = OPERATIONS[name]
      const headers = {
        authorization: `Bearer ${company.secrets.instanceToken}`,
        'content-type': 'application/json',
      }
      const sent = request(new URL(path, company.bridge.url), { method, headers, agent: kept ? agent : false })
      sent.on('error', (error: Error) => resolve(outcomeOf(error, sent.reusedSocket)))
      sent.on('response', (answer) => {
        answer.resume()
        answer.on('error', (error) => resolve(String(error)))
        answer.on('end', () => resolve(String(answer.statusCode)))
      })
      sent.end(method === 'GET' ? undefined : JSON.stringify(initiation()))
    })
  const callOnAndOn = async (name: Parameters<typeof call>[0], kept: boolean): Promise<void> => {
    if (ended) return
    const outcome = await call(name, kept)
    statuses[outcome] = (statuses[outcome] ?? 0) + 1
    if (outcome !== 'refused') await callOnAndOn(name, kept)
  }
  const callers = [true, true, false, false].flatMap((kept) => [
    callOnAndOn('listConnections', kept),
    callOnAndOn('initiateConnection', kept),
  ])
  return {
    statuses,
    end: async () => {
      ended = true
      await Promise.all(callers)
      agent.destroy()
    },
  }
}

test('three replicas are asked to stop and started again, one after another, under load: no call fails', async () => {
  const { replicas, balancer } = replicated.bridge as ReplicatedBridge
  const load = startLoad(replicated)
  for (const replica of replicas) {
    await replica.stop()
    await replica.start()
  }
  await load.end()
  expect(load.statuses).toEqual({ '200': expect.any(Number), '201': expect.any(Number) })
  expect(Math.min(...balancer.given)).toBeGreaterThan(10)
}, 90_000)

test('a node alone answers everything that it took, and does nothing that it does not answer', async () => {
  const before = { 200: answeredWith(alone, 200), 201: answeredWith(alone, 201) }
  const load = startLoad(alone)
  await new Promise((resolve) => setTimeout(resolve, 500))
  await alone.bridge.stop()
  await load.end()
  const { 'found the door closing': closing = 0, refused, ...answered } = load.statuses
  expect(answered).toEqual({
    200: answeredWith(alone, 200) - before[200],
    201: answeredWith(alone, 201) - before[201],
  })
  expect({ refused, closing: closing <= CALLERS }).toEqual({ refused: CALLERS, closing: true })
  expect(alone.bridge.output('stderr')).toContain('the node has stopped')
}, 60_000)
