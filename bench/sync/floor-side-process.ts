/**
 * One side of the least that a change can do with. The sender commits it, signs it and posts it; the receiver verifies it, commits it
 * and posts the result back. `scripts`: the mapping runs at each side as a plain function. It serves both parts; who is sent a load
 * is the sender.
 */
import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'

import { answerUsage } from '../load/answer-usage.ts'
import { eachInFlight } from '../load/in-flight.ts'
import { incoming, outgoing, type PlainReplica, RECORD } from './plain-scripts.ts'

export interface FloorLoad {
  readonly peer: string
  readonly peerKey: string
  readonly count: number
  readonly inFlight: number
}

export interface FloorCarried {
  readonly wallMs: number
  readonly times: readonly number[]
}

const hasScripts = process.argv[2] === 'scripts'
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const agent = new Agent({ keepAlive: true })

const directory = mkdtempSync(join(tmpdir(), 'accord-bench-'))
process.once('exit', () => rmSync(directory, { recursive: true, force: true }))
process.once('SIGTERM', () => process.exit(0))
const database = new SqliteDatabase(join(directory, 'floor.sqlite'))
database.pragma('journal_mode = WAL')
// As the node has it: a commit is on the disk.
database.pragma('synchronous = FULL')
database.exec('create table pair (id integer primary key, content text not null)')
const write = database.prepare('insert or replace into pair (id, content) values (?, ?)')

const waiting = new Map<number, () => void>()
let peer = ''
let peerKey = publicKey

async function bodyOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

function post(path: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-length': String(Buffer.byteLength(body)) }
    const outgoingCall = request(peer + path, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('end', () => resolve())
    })
    outgoingCall.once('error', reject)
    outgoingCall.end(body)
  })
}

interface Message {
  readonly id: number
  readonly payload: string
  readonly signature: string
}

/** What the receiver does with a message; the result goes in a call of its own. */
async function take({ id, payload, signature }: Message): Promise<void> {
  if (!verify(null, Buffer.from(payload), peerKey, Buffer.from(signature, 'base64')))
    throw new Error('A signature of the floor does not fit')
  write.run(id, hasScripts ? JSON.stringify(incoming(JSON.parse(payload) as PlainReplica)) : payload)
  await post('/result', String(id))
}

async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(message)
  response.end()
  if (message.url === '/result') waiting.get(Number(body))?.()
  else await take(JSON.parse(body) as Message)
}

const server = createServer((message, response) => void serve(message, response))
// A connection that rests while others are busy would be closed in the moment in which it is used again.
server.keepAliveTimeout = 0

const CONTENT = JSON.stringify(outgoing(RECORD))

async function send(id: number): Promise<number> {
  const startedAt = performance.now()
  const payload = hasScripts ? JSON.stringify(outgoing({ ...RECORD, short_description: `Change ${id}` })) : CONTENT
  write.run(id, payload)
  const signature = sign(null, Buffer.from(payload), privateKey).toString('base64')
  const through = new Promise<void>((resolve) => waiting.set(id, resolve))
  await post('/message', JSON.stringify({ id, payload, signature } satisfies Message))
  await through
  waiting.delete(id)
  return performance.now() - startedAt
}

async function carry(load: FloorLoad): Promise<FloorCarried> {
  const startedAt = performance.now()
  const times = await eachInFlight(Array.from({ length: load.count }), load.inFlight, (_, index) => send(index))
  return { times, wallMs: performance.now() - startedAt }
}

answerUsage()
process.on('message', (word: unknown) => {
  if (typeof word !== 'object' || word === null || !('peer' in word)) return
  const load = word as FloorLoad
  peer = load.peer
  peerKey = createPublicKey(load.peerKey)
  if (load.count > 0) void carry(load).then((carried) => process.send?.({ carried }))
})
server.listen(0, '127.0.0.1', () => {
  const side = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key: publicKey.export({ type: 'spki', format: 'pem' }) as string,
  }
  process.send?.({ side })
})
