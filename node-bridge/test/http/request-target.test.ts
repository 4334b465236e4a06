import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { OPERATIONS, type Operation } from '@accord/shared/contracts'
import { ODD_TARGETS } from '../../../deploy/test/odd-targets.ts'
import { sendRaw } from '../../../deploy/test/send-raw.ts'
import { isPlainPath } from '../../src/http/request-target.ts'
import { type RealNode, startRealNode } from './real-node.ts'
import { OPERATOR_TOKEN } from './stub-services.ts'

const ID = '00000000-0000-4000-8000-000000000000'
const AUTHORIZED = { authorization: `Bearer ${OPERATOR_TOKEN}` }

describe('what a request asks for', () => {
  let node: RealNode
  beforeAll(async () => {
    node = await startRealNode('Target')
  })
  afterAll(() => node.close())

  test('the plain path is answered to the operator, also with a query of escapes', async () => {
    const target = `${OPERATIONS.listConnectionsAsOperator.path}?search=a%2Fb%20%2e%2e`
    expect(await sendRaw(node.url, 'GET', target, AUTHORIZED)).toMatchObject({ status: 200 })
  })

  test.each(ODD_TARGETS)('%s is refused before it is routed, whoever asks', async (target) => {
    for (const method of ['GET', 'POST'] as const) {
      const answer = await sendRaw(node.url, method, target, AUTHORIZED)
      expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('"malformed"')])
      expect(answer.text).toContain('application/problem+json')
    }
  })

  test('every path of the contract is plain', () => {
    const operations: readonly Operation[] = Object.values(OPERATIONS)
    for (const { path } of operations)
      expect([path, isPlainPath(path.replaceAll(/\{\w+\}/gu, ID))]).toEqual([path, true])
  })
})
