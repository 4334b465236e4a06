import { OPERATIONS, type Operation } from '@accord/shared/contracts'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { type RealNode, startRealNode } from './real-node.ts'
import { OPERATOR_TOKEN } from './stub-services.ts'

const ID = '00000000-0000-4000-8000-000000000000'
const HEALTH = ['/healthz', '/readyz']
const operations: readonly Operation[] = Object.values(OPERATIONS)
const isOfOperator = ({ audience, path }: Operation) => audience === 'operator' && !HEALTH.includes(path)
const CONSOLE = ['/', '/console', '/console/', '/console/v1/session']

let node: RealNode
afterAll(() => node.close())

const ask = async (base: string, { method, path }: Pick<Operation, 'method' | 'path'>): Promise<number> => {
  const headers = { authorization: `Bearer ${OPERATOR_TOKEN}`, 'content-type': 'application/json' }
  const init = { method, headers, redirect: 'manual' as const, ...(method === 'GET' ? {} : { body: '{}' }) }
  const response = await fetch(base + path.replaceAll(/\{\w+\}/gu, ID), init)
  const text = await response.text()
  // A connection that is unknown answers 404, too; that is an answer of the operation.
  return response.status === 404 && !text.includes('"not_found"') ? 200 : response.status
}

describe('with ACCORD_ADMIN_PORT', () => {
  beforeAll(async () => {
    node = await startRealNode('Parted', { ACCORD_ADMIN_PORT: '0' })
  })

  test('the public port answers 404 to every call of the operator and to the console, as to a path that is not there', async () => {
    const called = [...operations.filter(isOfOperator), ...CONSOLE.map((path) => ({ method: 'GET' as const, path }))]
    expect(called.length).toBeGreaterThan(30)
    for (const call of called) expect([call.path, await ask(node.bridge.listenUrl, call)]).toEqual([call.path, 404])
  })

  test('the admin port answers them, and 404 to every call of nodes and of the instance', async () => {
    for (const call of operations.filter((operation) => !HEALTH.includes(operation.path))) {
      const isHere = (await ask(node.bridge.adminUrl, call)) !== 404
      expect([call.method, call.path, isHere]).toEqual([call.method, call.path, isOfOperator(call)])
    }
    expect(await ask(node.bridge.adminUrl, { method: 'GET', path: '/console' })).toBe(308)
    expect(await ask(node.bridge.adminUrl, { method: 'GET', path: '/console/v1/session' })).toBe(401)
  })

  test('both tell whether the node is well', async () => {
    for (const base of [node.bridge.listenUrl, node.bridge.adminUrl])
      for (const path of HEALTH) expect(await ask(base, { method: 'GET', path })).toBe(200)
  })

  test('the set-up link leads to the port that answers it', async () => {
    const link = await node.bridge.services.console.issueFirstLink()
    expect(link?.url).toContain(`http://localhost:${new URL(node.bridge.adminUrl).port}/console/#`)
  })
})

test('without it one port answers everybody', async () => {
  await node.close()
  node = await startRealNode('One')
  expect(node.bridge.adminUrl).toBe(node.bridge.listenUrl)
  for (const call of operations) expect([call.path, await ask(node.url, call)]).not.toEqual([call.path, 404])
})
