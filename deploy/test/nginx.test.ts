import { writeFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { OPERATIONS, type Operation } from '@accord/shared/contracts'

import { eventually } from '../../node-bridge/test/faults/company/eventually.ts'
import { type RealNode, startRealNode } from '../../node-bridge/test/http/real-node.ts'
import { OPERATOR_TOKEN } from '../../node-bridge/test/http/stub-services.ts'
import { SELF_SIGNED } from '../../node-bridge/test/network/self-signed.ts'
import { freePort } from '../../node-bridge/test/postgres.ts'
import { readText } from './deployment-files.ts'
import { ODD_TARGETS } from './odd-targets.ts'
import { type RealNginx, startNginx } from './real-nginx.ts'
import { sendRaw } from './send-raw.ts'

const AUTHORIZED = { authorization: `Bearer ${OPERATOR_TOKEN}` }
const ID = '00000000-0000-4000-8000-000000000000'
const operations: readonly Operation[] = Object.values(OPERATIONS)
const targetOf = ({ path: template }: Operation) => template.replaceAll(/\{\w+\}/gu, ID)
/** nginx says 404 in a page of its own, the node in a problem document. */
const isOfNode = (text: string) => text.includes('application/problem+json') || text.includes('application/json')

/** deploy/proxy/nginx.conf with the places of this machine instead of the container's; nothing else of it changes. */
function shipped(directory: string, port: number, nodePort: string): string {
  writeFileSync(path.join(directory, 'certificate.pem'), SELF_SIGNED.cert)
  writeFileSync(path.join(directory, 'key.pem'), SELF_SIGNED.key, { mode: 0o600 })
  return readText('deploy/proxy/nginx.conf')
    .replaceAll('/tmp/', `${directory}/`)
    .replace('listen 8443 ssl', `listen 127.0.0.1:${port} ssl`)
    .replace('/run/secrets/tls-certificate', path.join(directory, 'certificate.pem'))
    .replace('/run/secrets/tls-key', path.join(directory, 'key.pem'))
    .replaceAll(/server node-\d:8443/gu, `server 127.0.0.1:${nodePort}`)
}

/** What stands in many handbooks: a prefix is let through, and nobody thinks of what nginx decodes before it looks. */
const careless = (directory: string, port: number, nodePort: string): string =>
  `pid ${directory}/nginx.pid;
events {}
http {
  access_log off;
  client_body_temp_path ${directory}/body; proxy_temp_path ${directory}/proxy; fastcgi_temp_path ${directory}/fastcgi;
  uwsgi_temp_path ${directory}/uwsgi; scgi_temp_path ${directory}/scgi;
  server {
    listen 127.0.0.1:${port};
    location / { return 404; }
    location /node/ { proxy_pass http://127.0.0.1:${nodePort}; }
  }
}`

interface Answered {
  readonly status: number | undefined
  readonly isOfProxy: boolean
  readonly retryAfter: string | undefined
}
const portOf = (url: string) => new URL(url).port

describe('the real nginx with deploy/proxy/nginx.conf', () => {
  let node: RealNode
  let nginx: RealNginx | undefined
  let url: string
  beforeAll(async () => {
    node = await startRealNode('Behind nginx', { ACCORD_ADMIN_PORT: '0' })
    const port = await freePort()
    nginx = await startNginx(port, (directory) => shipped(directory, port, portOf(node.bridge.listenUrl)))
    url = `https://127.0.0.1:${port}`
  })
  afterAll(async () => {
    await nginx?.stop()
    await node.close()
  })

  test('lets every call of other nodes and of the instance reach the node', async () => {
    const called = operations.filter(
      ({ audience, path: at }) => audience !== 'operator' && !/^\/(?:healthz|readyz)$/u.test(at),
    )
    for (const operation of called) {
      const answer = await sendRaw(url, operation.method as 'GET', targetOf(operation))
      expect([operation.path, isOfNode(answer.text)]).toEqual([operation.path, true])
    }
    expect(await sendRaw(url, 'GET', OPERATIONS.discover.path)).toMatchObject({ status: 200 })
  })

  test('lets no call of the operator, no health, no metrics and no console through, token or not', async () => {
    const inside = operations.filter(({ audience, path: at }) => audience === 'operator' || at.endsWith('z'))
    for (const target of [...inside.map(targetOf), '/console/', '/console/v1/session', '/']) {
      const answer = await sendRaw(url, 'GET', target, AUTHORIZED)
      expect([target, answer.status, isOfNode(answer.text)]).toEqual([target, 404, false])
    }
  })

  /** Each test calls from an address of its own: what one client has used up is not missed by the next. */
  const callsFrom = (localAddress: string) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 16, rejectUnauthorized: false })
    const call = () =>
      new Promise<Answered>((resolve, reject) => {
        const asked = request(url + OPERATIONS.discover.path, { agent, localAddress }, (answer) => {
          const { statusCode: status, headers } = answer
          const isOfProxy = !/json/u.test(headers['content-type'] ?? '')
          answer.resume().once('end', () => resolve({ status, isOfProxy, retryAfter: headers['retry-after'] }))
        })
        asked.once('error', reject).end()
      })
    return { call, close: () => agent.destroy() }
  }

  test('bounds how often one client calls, tells it when to come back, and no other client notices', async () => {
    const [flood, other] = [callsFrom('127.0.0.3'), callsFrom('127.0.0.4')]
    const answers = await Promise.all(Array.from({ length: 600 }, () => flood.call()))
    const stopped = answers.filter(({ isOfProxy }) => isOfProxy)
    expect(stopped.length).toBeGreaterThan(100)
    expect(answers.length - stopped.length).toBeGreaterThanOrEqual(300)
    for (const answer of stopped) expect(answer).toEqual({ status: 429, isOfProxy: true, retryAfter: '2' })
    expect(await other.call()).toMatchObject({ status: 200, isOfProxy: false })
    flood.close()
    other.close()
  })

  test('bounds how many connections of one client it serves at once, and no other client notices', async () => {
    const limited: (number | undefined)[] = []
    const agent = new Agent({ maxSockets: Infinity, rejectUnauthorized: false })
    // Each begins a body and does not go on.
    const held = Array.from({ length: 200 }, () => {
      const options = { method: 'POST', agent, localAddress: '127.0.0.5', headers: { 'content-length': 100 } }
      const asked = request(`${url}/node/v1/invitations/${ID}/redeem`, options, (answer) => {
        limited.push(answer.statusCode)
        answer.resume()
      })
      asked.on('error', () => undefined).write('{')
      return asked
    })
    await eventually('those beyond the bound are refused', () => (limited.length >= 72 ? true : undefined))
    expect([limited.length, new Set(limited)]).toEqual([72, new Set([429])])
    const other = callsFrom('127.0.0.6')
    expect(await other.call()).toMatchObject({ status: 200, isOfProxy: false })
    other.close()
    for (const asked of held) asked.destroy()
    agent.destroy()
  })

  test.each(ODD_TARGETS)('answers %s by itself', async (target) => {
    const answer = await sendRaw(url, 'GET', target, AUTHORIZED)
    expect([answer.status === 400 || answer.status === 404, isOfNode(answer.text)]).toEqual([true, false])
  })
})

describe('a real nginx that lets a prefix through without a thought', () => {
  let node: RealNode
  let nginx: RealNginx | undefined
  let url: string
  /** The operator's calls on the same port: the worst case. */
  beforeAll(async () => {
    node = await startRealNode('Behind a careless proxy')
    const port = await freePort()
    nginx = await startNginx(port, (directory) => careless(directory, port, portOf(node.url)))
    url = `http://127.0.0.1:${port}`
  })
  afterAll(async () => {
    await nginx?.stop()
    await node.close()
  })

  test('takes a path for one below /node/ and passes it on as it came; the node does not', async () => {
    const target = `/operator/v1/connections/..%2f..%2f../node/v1/x`
    const answer = await sendRaw(url, 'GET', target, AUTHORIZED)
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('"malformed"')])
  })

  test.each(ODD_TARGETS)('leads by %s to nothing of the operator', async (target) => {
    const { status } = await sendRaw(url, 'GET', target, AUTHORIZED)
    expect([400, 404]).toContain(status)
  })
})
