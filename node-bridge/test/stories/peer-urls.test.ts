import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { NodeInfo } from '@accord/shared/schemas'

import { accept, type Company, initiate, read, startCompany } from './company.ts'
import { impersonatorOf, redeemByHand } from './redeem-by-hand.ts'

let acme: Company
let globex: Company
/** Of the attacker: counts what is posted to it, wherever. */
let victim: Server
let victimUrl: string
const posted: string[] = []

beforeAll(async () => {
  ;[acme, globex] = await Promise.all([startCompany('Acme', undefined, 200), startCompany('Globex')])
  victim = createServer(({ url = '' }, response) => {
    posted.push(url)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => victim.listen(0, '127.0.0.1', resolve))
  victimUrl = `http://127.0.0.1:${(victim.address() as AddressInfo).port}`
})
afterAll(async () => {
  victim.closeAllConnections()
  await Promise.all([acme.close(), globex.close(), new Promise((resolve) => victim.close(resolve))])
})

const redeemAs = async (code: string, change: Partial<NodeInfo>) => {
  const holder = await impersonatorOf(globex)
  return redeemByHand(code, { ...holder, nodeInfo: { ...holder.nodeInfo, ...change } })
}

describe('whoever holds an unbound code and redeems it', () => {
  test.each([
    '/internal/payroll/run?all=1#',
    '/internal/payroll/run#',
    '/a/..',
    '?',
    '\\',
    '/%2e%2e',
    '/\u001b[2J',
    '/a\nb',
  ])('does not choose the path of our calls by %j in its address', async (ending) => {
    const { connection, code } = await initiate(acme)
    const { status, problem } = await redeemAs(code, { baseUrl: victimUrl + ending })
    expect([status, problem.code]).toEqual([400, 'malformed'])
    expect(problem.facts).toEqual({ fields: ['nodeInfo.baseUrl'] })
    expect(problem.detail).toMatch(/nodeInfo\.baseUrl (?:holds|contains|has) a/u)
    expect((await read(acme, connection.id)).state).toBe('invited')
    expect(posted).toEqual([])
  })

  test.each([
    ['plain http in the house', 'http://10.0.0.7', 'address'],
    ['a private address', 'https://10.0.0.7', 'address'],
    ['a metadata service', 'https://169.254.169.254', 'address'],
  ])('at %s learns why it is not taken, and is never called', async (_what, baseUrl, reason) => {
    const { connection, code } = await initiate(acme)
    const { status, problem } = await redeemAs(code, { baseUrl })
    expect([status, problem.code, problem.facts]).toEqual([422, 'address_refused', { reason }])
    expect(problem.remedy).toMatch(/ACCORD_PUBLIC_URL/u)
    expect((await read(acme, connection.id)).state).toBe('invited')
    // The code is not spent: the operator remedies the address, and the same code is accepted.
    expect((await accept(globex, code)).state).toBe('active')
  })

  test('a side that nobody may call is taken wherever it lives', async () => {
    const { code } = await initiate(acme)
    const { status } = await redeemAs(code, { baseUrl: 'https://10.0.0.7', pollOnly: true })
    expect(status).toBe(200)
  })
})

test('the handshake log of a redeem shows who it was in quotes, and its host as it is read', async () => {
  const { connection, code } = await initiate(acme)
  const name = 'Globex (https://globex.example, key fingerprint AAAA-AAAA-AAAA-AAAA) redeemed the code” “x'
  await redeemAs(code, {
    name,
    baseUrl: 'https://xn--pple-43d.example',
    issueTrackerUrl: 'https://xn--pple-43d.example',
  })
  const { log } = await acme.client.call('readConnection', { params: { connectionId: connection.id } })
  const entry = log.find(({ event }) => event === 'redeemed')
  expect(entry?.detail).toContain(
    '“Globex (https://globex.example, key fingerprint AAAA-AAAA-AAAA-AAAA) redeemed the code\\” \\“x”',
  )
  expect(entry?.detail).toContain('https://xn--pple-43d.example (аpple.example)')
})
