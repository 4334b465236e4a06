import { connect } from 'node:net'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { callOperation } from './operation-calls.ts'
import { runApp, type RunningApp } from './running-app.ts'
import { createStubServices } from './stub-services.ts'

let app: RunningApp
beforeAll(async () => {
  app = await runApp(createStubServices().services)
  app.server.headersTimeout = 1000
  app.server.requestTimeout = 1500
})
afterAll(() => app.close())

/** Sends this, keeps the socket open, and tells what came until the server closed it. */
const linger = (text: string) =>
  new Promise<{ received: string; ms: number }>((resolve) => {
    const startedAt = performance.now()
    let received = ''
    const socket = connect(app.port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (chunk) => (received += chunk.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve({ received, ms: performance.now() - startedAt }))
  })

test('a client that never finishes its head or its body is cut off, while others are served', async () => {
  const slow = Promise.all([
    linger('POST /node/v1/invitations/x/redeem HTTP/1.1\r\nHost: a\r\n'),
    linger(
      'POST /instance/v1/pairing HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
    ),
  ])
  expect((await callOperation(app.origin, 'discover')).status).toBe(200)
  for (const { ms } of await slow) expect(ms).toBeLessThan(30_000)
})

test('nonsense, a head without end and two lengths get a bare refusal', async () => {
  expect((await linger('NONSENSE\r\n\r\n')).received).toContain('400 Bad Request')
  expect((await linger(`GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).received).toContain('431')
  const smuggled =
    'POST /instance/v1/pairing HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'
  expect((await linger(smuggled)).received).toContain('400 Bad Request')
})

test('a compressed body is refused, not unpacked', async () => {
  const response = await callOperation(app.origin, 'redeemInvitation', { headers: { 'content-encoding': 'gzip' } })
  expect(response.status).toBe(415)
})
