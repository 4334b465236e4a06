import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

import type { Fault } from './fault.ts'
import type { Holding } from './holding.ts'
import { withoutHopHeaders, type Answer } from './upstream.ts'

export interface Passage {
  readonly socket: Socket
  readonly response: ServerResponse
  readonly holding: Holding
  /** Sends the request to the upstream; each call sends it once more. */
  forward(): Promise<Answer>
}

/** Does to one request what the fault says. Rejects only when the upstream could not be reached. */
export async function carryOut(fault: Fault, passage: Passage): Promise<void> {
  const { socket, response, forward, holding } = passage
  switch (fault.kind) {
    case 'pass':
      return reply(response, await forward())
    case 'drop-before':
      return hangUp(socket)
    case 'reset':
      return void socket.resetAndDestroy()
    case 'drop-answer':
      await forward()
      return hangUp(socket)
    case 'duplicate':
      return duplicate(fault.answerWith, passage)
    case 'delay':
      await delay(fault.ms, undefined, { ref: false })
      return reply(response, await forward())
    case 'truncate':
      return truncate(passage, await forward())
    case 'reorder':
      if (fault.hangUp) hangUp(socket)
      await holding.untilOvertaken(fault.maxHoldMs)
      return reply(response, await forward())
    case 'unavailable':
      response.writeHead(503, { 'retry-after': String(fault.retryAfterSeconds) }).end()
      return
    case 'garbage':
      if (fault.forward) await forward()
      response.writeHead(fault.status, { 'content-type': 'text/html' }).end(fault.body)
      return
    case 'trickle':
      return trickle(fault.everyMs, response, await forward())
  }
}

const hangUp = (socket: Socket): void => void socket.destroy()

function reply(response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.destroyed) return
  response.writeHead(status, { ...withoutHopHeaders(headers), 'content-length': body.length }).end(body)
}

async function duplicate(answerWith: 'first' | 'second', { response, forward }: Passage): Promise<void> {
  const first = await forward()
  const second = await forward()
  reply(response, answerWith === 'first' ? first : second)
}

async function truncate({ socket, response }: Passage, { status, headers, body }: Answer): Promise<void> {
  response.writeHead(status, { ...withoutHopHeaders(headers), 'content-length': body.length })
  const half = body.subarray(0, Math.floor(body.length / 2))
  await new Promise<void>((resolve) => response.write(half, () => resolve()))
  hangUp(socket)
}

async function trickle(everyMs: number, response: ServerResponse, answer: Answer): Promise<void> {
  const { status, headers, body } = answer
  if (status !== 206) return reply(response, answer)
  response.writeHead(status, { ...withoutHopHeaders(headers), 'content-length': body.length })
  for (let at = 0; at < body.length && !response.destroyed; at += 1) {
    response.write(body.subarray(at, at + 1))
    await delay(everyMs, undefined, { ref: false })
  }
}
