import { Agent, get } from 'node:http'
import { connect, type Socket } from 'node:net'

import { afterEach, expect, test } from '@jest/globals'
import { Problem } from '@accord/shared/schemas'

import { createApp } from '../../src/http/app.ts'
import { type Listener, openListener } from '../../src/http/listener.ts'
import { eventually } from '../faults/company/eventually.ts'
import { startStrictNode, type StrictNode } from '../faults/hostile/strict-node.ts'
import { nonces } from '../handshake/messages/parties.ts'
import { PUBLIC_URL } from './running-app.ts'
import { createStubServices } from './stub-services.ts'

const PLACES = { each: 5, overall: 12, spare: 4, spareEach: 2, spareMs: 500 }
const GREEDY = '127.0.7.1'
const OTHER = '127.0.7.2'
const PROXY = '127.0.7.3'

let door: Listener | undefined
let node: StrictNode | undefined
const agents: Agent[] = []
const sockets: Socket[] = []
afterEach(async () => {
  for (const agent of agents.splice(0)) agent.destroy()
  for (const socket of sockets.splice(0)) socket.destroy()
  await door?.close()
  await node?.close()
  ;[door, node] = [undefined, undefined]
})

async function openDoor(): Promise<string> {
  door = await openListener('127.0.0.1', 0, (address) => address === PROXY, PLACES)
  const log = { info: () => undefined, error: () => undefined }
  door.receive(createApp(createStubServices().services, { publicUrl: PUBLIC_URL, nonces, log }))
  return door.url
}

interface Answer {
  readonly status: number
  readonly isKept: boolean
  readonly body: string
}

/** One call on a connection of its own, which the caller would like to keep. 0: hung up on. */
const ask = (url: string, localAddress: string): Promise<Answer> =>
  new Promise((resolve) => {
    const agent = new Agent({ keepAlive: true, localAddress })
    agents.push(agent)
    get(url, { agent }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      const isKept = response.headers.connection === 'keep-alive'
      response.on('end', () => resolve({ status: response.statusCode ?? 0, isKept, body }))
    }).on('error', () => resolve({ status: 0, isKept: false, body: '' }))
  })

const codeOf = ({ body }: Answer): string => Problem.parse(JSON.parse(body)).code

/** Says nothing, or only this, and stays. */
const sit = (url: string, localAddress: string, text = 'POST /node/v1/x HTTP/1.1\r\nHost: x\r\n'): Promise<Socket> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url)
    const socket = connect({ host: hostname, port: Number(port), localAddress })
    sockets.push(socket)
    socket.on('error', () => undefined).resume()
    socket.once('connect', () => socket.write(text, () => resolve(socket)))
    socket.once('close', () => resolve(socket))
  })

test('one address holds so many connections and is answered so; others, and what a proxy brings, go on', async () => {
  const url = await openDoor()
  for (let count = 0; count < PLACES.each; count += 1) await sit(url, GREEDY)
  const refused = await ask(`${url}/.well-known/accord-node`, GREEDY)
  expect([refused.status, codeOf(refused), refused.isKept]).toEqual([429, 'too_many_requests', false])
  expect((await ask(`${url}/healthz`, GREEDY)).status).toBe(200)
  expect((await ask(`${url}/.well-known/accord-node`, OTHER)).status).toBe(200)
  for (let count = 0; count < PLACES.each; count += 1) await sit(url, PROXY)
  expect((await ask(`${url}/.well-known/accord-node`, PROXY)).status).toBe(200)
})

/** The node learns a moment later that a socket is gone. */
const untilServed = (url: string, address: string) =>
  eventually(`${address} is served`, async () =>
    (await ask(`${url}/.well-known/accord-node`, address)).status === 200 ? true : undefined,
  )

test('whoever leaves makes room again', async () => {
  const url = await openDoor()
  const held = await Promise.all(Array.from({ length: PLACES.each }, () => sit(url, GREEDY)))
  expect((await ask(`${url}/.well-known/accord-node`, GREEDY)).status).toBe(429)
  for (const socket of held) socket.destroy()
  await untilServed(url, GREEDY)
})

test('a probe leaves no connection behind, and is answered when every place is taken', async () => {
  const url = await openDoor()
  for (let count = 0; count < PLACES.overall * 2; count += 1) {
    const { status, isKept } = await ask(`${url}/healthz`, GREEDY)
    expect([status, isKept]).toEqual([200, false])
  }
  for (const address of [GREEDY, OTHER, '127.0.7.4'])
    for (let count = 0; count < PLACES.each; count += 1) await sit(url, address)
  const refused = await ask(`${url}/.well-known/accord-node`, '127.0.7.5')
  expect([refused.status, codeOf(refused)]).toEqual([503, 'retry_later'])
  for (let count = 0; count < PLACES.spare * 3; count += 1)
    expect((await ask(`${url}/healthz`, '127.0.7.6')).status).toBe(200)
})

test('silent ones cannot keep the spare places, and idle connections make room for the next caller', async () => {
  const url = await openDoor()
  for (let count = 0; count < PLACES.overall; count += 1) await sit(url, PROXY)
  const silent = await Promise.all(
    Array.from({ length: PLACES.spare * 3 }, (_, at) => sit(url, `127.0.8.${1 + (at % PLACES.spare)}`, '')),
  )
  await eventually('the silent ones are gone', () => silent.every(({ destroyed }) => destroyed) || undefined)
  expect((await ask(`${url}/healthz`, OTHER)).status).toBe(200)
  for (const socket of sockets.splice(0)) socket.destroy()
  const isKept = async () => (await ask(`${url}/.well-known/accord-node`, PROXY)).isKept || undefined
  for (let count = 0; count < PLACES.overall; count += 1) await eventually('a place is free', isKept)
  await ask(`${url}/.well-known/accord-node`, OTHER)
  expect((await ask(`${url}/.well-known/accord-node`, OTHER)).status).toBe(200)
})

test('two thousand and more connections with one question whether the node lives hold no place of a real node', async () => {
  node = await startStrictNode()
  const { url } = node
  const { hostname, port } = new URL(url)
  const held: Socket[] = []
  for (let count = 0; count < 2100; count += 1) {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined).resume()
    sockets.push(socket)
    held.push(socket)
    await new Promise((resolve) =>
      socket
        .once('connect', () => socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n', resolve))
        .once('close', resolve),
    )
  }
  expect((await ask(`${url}/.well-known/accord-node`, '127.0.0.1')).status).toBe(200)
  await eventually('they are gone', () => held.filter(({ closed }) => !closed).length < 100 || undefined)
}, 60_000)
