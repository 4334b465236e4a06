import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { configureServer, HTTP_SERVER_OPTIONS } from '../../src/http/configure-server.ts'
import { eventually } from '../faults/company/eventually.ts'
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

/** More than the sockets of both ends hold by themselves. */
const LONG_ANSWER = Buffer.alloc(16 * 1_048_576, 'x')

/** Asks, and takes a byte of the answer now and then, for ever. */
function sip(port: number): Socket {
  const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'))
  const timer = setInterval(() => void socket.read(1), 5)
  socket.on('readable', () => undefined)
  socket.on('error', () => undefined)
  socket.once('close', () => clearInterval(timer))
  return socket
}

test('a client that takes a byte of its answer now and then is cut off, and one that takes it whole is not', async () => {
  let open = 0
  const server = configureServer(
    createServer(HTTP_SERVER_OPTIONS, (_request, response) => {
      open += 1
      response.once('close', () => (open -= 1))
      response.end(LONG_ANSWER)
    }),
  )
  server.requestTimeout = 5000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const slow = Array.from({ length: 10 }, () => sip(port))
  await eventually('all have asked', async () => open === 10 || undefined)
  const whole = await (await fetch(`http://127.0.0.1:${port}/`)).arrayBuffer()
  expect(whole.byteLength).toBe(LONG_ANSWER.length)
  await eventually('nobody holds an answer', async () => open === 0 || undefined)
  for (const socket of slow) socket.destroy()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}, 60_000)
