import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { faultOfText } from '@accord/shared/protocol'

import { created, signCode } from '../invitations/signed-codes.ts'
import { type Company, startCompany } from '../faults/company/company.ts'
import { accord, type Ended } from './accord.ts'

const LIE = '\u001b[2K\rTheir key    AAAA-AAAA-AAAA-AAAA\nBound to us  yes\u0007\u202e'

let globex: Company
/** A node from before the rules, or one that an attacker has written to: it answers what an old row may hold. */
let old: Server

beforeAll(async () => {
  globex = await startCompany('Globex')
  old = createServer((_request, response) => {
    const job = {
      id: 'j',
      queue: 'handshake',
      key: LIE,
      connection: null,
      state: 'retrying',
      attempts: 1,
      since: '2026-01-01T00:00:00.000Z',
      next: null,
      code: null,
      lastError: LIE,
    }
    const problem = {
      type: 'urn:accord:problem:url_refused',
      title: LIE,
      status: 422,
      detail: LIE,
      code: 'url_refused',
      remedy: LIE,
      responsible: 'local-admin',
      retry: false,
      requestId: 'r',
    }
    response.writeHead(422, { 'content-type': 'application/json' }).end(JSON.stringify({ ...problem, jobs: [job] }))
  })
  await new Promise<void>((resolve) => old.listen(0, '127.0.0.1', resolve))
}, 60_000)
afterAll(async () => {
  old.closeAllConnections()
  await Promise.all([globex.close(), new Promise((resolve) => old.close(resolve))])
})

const at = (words: readonly string[], input = ''): Promise<Ended> =>
  accord(words, { ACCORD_URL: globex.bridge.url, ACCORD_OPERATOR_TOKEN: globex.secrets.operatorToken }, input)

function expectHonest({ stdout, stderr }: Ended): void {
  for (const line of `${stdout}${stderr}`.split('\n')) {
    expect(faultOfText(line)).toBeUndefined()
    expect(line).not.toMatch(/^(?:Bound to us|Their key)/u)
  }
}

describe('a validly signed code', () => {
  const { nodeInfo, connection } = created.payload
  test.each<[string, object]>([
    ['a name', { connection: { ...connection, name: `Acme${LIE}` } }],
    ['a short name', { connection: { ...connection, localShortName: `A${LIE}`.slice(0, 50) } }],
    ['a description', { connection: { ...connection, description: LIE } }],
    ['the name of its node', { nodeInfo: { ...nodeInfo, name: LIE } }],
    ['its address', { nodeInfo: { ...nodeInfo, baseUrl: `${nodeInfo.baseUrl}/${LIE}` } }],
    ['the address of its instance', { nodeInfo: { ...nodeInfo, issueTrackerUrl: `${nodeInfo.baseUrl}/${LIE}` } }],
    ['the address that it is for', { connection: { ...connection, destinationUrl: `${nodeInfo.baseUrl}/${LIE}` } }],
  ])(
    'with a lie in %s shows none of it on the terminal',
    async (_where, change) => {
      const code = await signCode({ ...created.payload, ...change })
      for (const words of [['accept'], ['accept', '--json'], ['accept', '--yes']]) {
        const ended = await at(words, code)
        expect([ended.code, ended.stdout]).toEqual([1, ''])
        expect(ended.stderr).toMatch(/\(code_malformed\)/u)
        expectHonest(ended)
      }
    },
    60_000,
  )

  test('with a description of several lines shows each in one, and its host as it is read', async () => {
    const code = await signCode({
      ...created.payload,
      connection: { ...connection, description: 'Incidents\nBound to us  yes' },
      nodeInfo: {
        ...nodeInfo,
        baseUrl: 'https://xn--pple-43d.example',
        issueTrackerUrl: 'https://xn--pple-43d.example',
      },
    })
    const ended = await at(['accept'], code)
    expect(ended.stdout).toMatch(/^Description\s+Incidents\\nBound to us {2}yes$/mu)
    expect(ended.stdout).toMatch(/^Their node\s+https:\/\/xn--pple-43d\.example \(аpple\.example\)$/mu)
    expect(ended.stdout.split('\n').filter((line) => line.startsWith('Bound to us')).length).toBe(1)
  }, 60_000)
})

test.each(['list', 'jobs', 'doctor', 'audit export', 'licence show'])(
  'a node that lies in its refusal of %s is printed in one line',
  async (words) => {
    const url = `http://127.0.0.1:${(old.address() as AddressInfo).port}`
    const ended = await accord(words.split(' '), { ACCORD_URL: url, ACCORD_OPERATOR_TOKEN: 'x'.repeat(24) })
    expect(ended.code).toBe(1)
    expectHonest(ended)
    expect(ended.stderr.split('\n').length).toBe(2)
    expect(ended.stderr).toContain('\\u{1b}[2K')
  },
  60_000,
)
