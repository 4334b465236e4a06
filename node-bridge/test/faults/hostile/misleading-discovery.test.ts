import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'

import { startCompany, type Company } from '../company/company.ts'
import { FORBIDDEN, startCanary, type Canary } from './canary.ts'
import { outcomeOf } from './strict-node.ts'

/** An address that may be called and that sends us on to ones that may not. */
let guide: Server
let guideUrl: string
let answer: (request: IncomingMessage, response: ServerResponse) => void
let company: Company
let canary: Canary

beforeAll(async () => {
  company = await startCompany('Company A')
}, 60_000)

afterAll(() => company.close())

beforeEach(async () => {
  canary = await startCanary()
  guide = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => guide.listen(0, '127.0.0.1', resolve))
  guideUrl = `http://127.0.0.1:${(guide.address() as AddressInfo).port}`
})

afterEach(async () => {
  guide.closeAllConnections()
  await new Promise((resolve) => guide.close(resolve))
  await canary.close()
})

const resolve = () => outcomeOf(company.client, 'resolveDestination', { body: { url: guideUrl } })

const nameNode = (nodeUrl: string) => {
  answer = ({ url }, response) => {
    const result = { product: 'accord', nodeUrl, instanceUid: '6f1f3f5e-1111-4a5e-8d0a-3d5d4f7c9a01' }
    const found = url?.endsWith('/discovery') === true
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify({ result }))
  }
}

test.each([...FORBIDDEN, 'http://10.0.0.1', 'ftp://node-a.example', 'https://user:pass@node-a.example'])(
  'an instance that names %s as its node is not followed',
  async (nodeUrl) => {
    nameNode(nodeUrl)
    expect(['url_refused', 'not_accord', 'protocol_violation']).toContain(await resolve())
  },
)

test.each([301, 302, 303, 307, 308])('a redirect with %i is not followed', async (status) => {
  answer = (_, response) => response.writeHead(status, { location: `http://127.0.0.1:${canary.port}/` }).end()
  expect(['not_accord', 'protocol_violation', 'url_refused']).toContain(await resolve())
  expect(canary.knocks()).toBe(0)
})

test.each([
  ['an answer without end', (response: ServerResponse) => void response.writeHead(200).end('x'.repeat(5_000_000))],
  [
    'a document of ten thousand levels',
    (response: ServerResponse) => void response.writeHead(200).end('['.repeat(10_000)),
  ],
  ['a status that does not exist', (response: ServerResponse) => void response.writeHead(299).end('{}')],
  ['a connection that breaks', (response: ServerResponse) => void response.socket?.resetAndDestroy()],
])('%s is refused by its name', async (_, reply) => {
  answer = (_request, response) => reply(response)
  expect(['not_accord', 'protocol_violation', 'unreachable', 'malformed']).toContain(await resolve())
})
