import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { CALLBACK_HEADERS, DEFAULT_API_BASE, INSTANCE_API, LIMITS, callbackSigningInput } from '@accord/shared/protocol'
import { InstanceEvent, type ConnectionSnapshot } from '@accord/shared/schemas'

import { readBody } from '../network/upstream.ts'
import { createEventLedger, type EventLedger } from './event-ledger.ts'

/** The part of an instance that its node calls: takes events whose HMAC fits and keeps each connection's highest revision. */
export interface InstanceReceiver extends EventLedger {
  readonly url: string
  /** Base64, 32 bytes; the instance made it when it paired. */
  readonly callbackKey: string
  /** What was wrong with callbacks; a healthy node leaves this empty. */
  readonly faults: readonly string[]
  /** The W3C trace contexts that came with events. */
  readonly traceparents: readonly string[]
  /** Is awaited between the arrival of an event and its answer. */
  onEvent(act: (connection: ConnectionSnapshot) => Promise<void> | void): void
  /** What the public discovery route tells; without it the route is absent. */
  nameNode(node: { readonly nodeUrl: string; readonly instanceUid: string }): void
  close(): Promise<void>
}

export async function startInstanceReceiver(
  callbackKey: string,
  apiBase = DEFAULT_API_BASE,
): Promise<InstanceReceiver> {
  const ledger = createEventLedger()
  const faults: string[] = []
  const traceparents: string[] = []
  let act: (connection: ConnectionSnapshot) => Promise<void> | void = doNothing
  let named: object | undefined

  const takeEvent = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(message)
    const fault = faultOf(message.headers, body, callbackKey)
    if (fault !== undefined) {
      faults.push(fault)
      return answer(response, 401, { error: { message: fault } })
    }
    const { traceparent } = message.headers
    if (typeof traceparent === 'string') traceparents.push(traceparent)
    const { connection } = InstanceEvent.parse(JSON.parse(body.toString()))
    await act(connection)
    ledger.take(connection)
    return answer(response, 200, { result: { accepted: true } })
  }

  const server = createServer((message, response) => {
    if (message.url === apiBase + INSTANCE_API.discovery && named) return answer(response, 200, { result: named })
    if (message.method !== 'POST' || message.url !== apiBase + INSTANCE_API.events) return answer(response, 404, {})
    takeEvent(message, response).catch((error: unknown) => {
      faults.push(String(error))
      answer(response, 500, {})
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    ...ledger,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    callbackKey,
    faults,
    traceparents,
    onEvent: (next) => void (act = next),
    nameNode: (node) => void (named = { product: 'accord', ...node }),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const doNothing = () => undefined

function answer(response: ServerResponse, status: number, content: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content))
}

/** What is wrong with a callback, PROTOCOL.md §8.3; undefined when it is good. */
function faultOf(headers: IncomingHttpHeaders, body: Buffer, callbackKey: string): string | undefined {
  const timestamp = String(headers[CALLBACK_HEADERS.timestamp])
  if (!/^\d{13}$/u.test(timestamp)) return `the timestamp is ${timestamp}`
  if (Math.abs(Date.now() - Number(timestamp)) > LIMITS.callbackToleranceMs) return `the timestamp ${timestamp} is old`
  if (body.some((byte) => byte > 126)) return 'the body is not ASCII'
  const key = Buffer.from(callbackKey, 'base64')
  const expected = createHmac('sha256', key).update(callbackSigningInput(timestamp, body.toString())).digest()
  const given = Buffer.from(String(headers[CALLBACK_HEADERS.signature]), 'base64')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'the signature does not fit'
  return undefined
}
