import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

import { OPERATIONS } from '@accord/shared/contracts'

import { addressKey } from '../limits/rate-limit.ts'
import { Refusal } from '../refusals/refusal.ts'
import { callerAddress, type IsProxy } from './forwarded-address.ts'
import { problemOf } from './problem.ts'
import { createSlots } from '../limits/slots.ts'

/** Sockets: of one address (IPv6: of one /64), of all, and beside them for whoever finds no place. */
export interface Places {
  readonly each: number
  readonly overall: number
  readonly spare: number
  /** Of the spare ones, for one address. */
  readonly spareEach: number
  /** So long a spare socket may stay. */
  readonly spareMs: number
}

/** `each` leaves room for the long polls of a private side, which asks by up to 640 sockets. */
export const PLACES: Places = { each: 700, overall: 2000, spare: 64, spareEach: 8, spareMs: 3000 }

type Lack = 'too_many_requests' | 'retry_later'

const LACKS: Readonly<Record<Lack, string>> = {
  too_many_requests: 'Your address holds as many connections as one may. Close some, or use them again.',
  retry_later: 'All connections of this node are taken.',
}

/** Paths of health probes: a socket that asks for one is closed after the answer. */
const PROBES: ReadonlySet<string> = new Set(
  Object.values(OPERATIONS).flatMap(({ rate, path }) => (rate === 'probe' ? [path] : [])),
)
const isProbe = ({ url }: IncomingMessage): boolean => PROBES.has(url?.split('?', 1)[0] ?? '')

/**
 * Bounds how many sockets one address holds. A reverse proxy speaks for many and is bounded by all places only. Whoever
 * finds no place is still answered so, and the probes are answered: on one of the spare sockets, which end after the answer.
 * Answers the listener in front of `listener`.
 */
export function boundSockets(
  server: Server,
  listener: RequestListener,
  isProxy: IsProxy,
  places: Places = PLACES,
): RequestListener {
  const own = createSlots(places.each, places.overall)
  const spare = createSlots(places.spareEach, places.spare)
  const lacks = new WeakMap<Socket, Lack>()
  let taken = 0

  server.on('connection', (socket) => {
    const address = callerAddress(socket.remoteAddress, undefined, isProxy)
    const isFull = taken >= places.overall
    const leave = isProxy(address) ? () => undefined : own.enter(addressKey(address))
    if (!isFull && leave) {
      taken += 1
      socket.once('close', () => {
        taken -= 1
        leave()
      })
      return
    }
    leave?.()
    // Idle spare sockets are closed, to make room for the next.
    if (isFull) server.closeIdleConnections()
    lacks.set(socket, isFull ? 'retry_later' : 'too_many_requests')
    lend(socket, spare.enter(addressKey(address)), places.spareMs)
  })

  return (request, response) => {
    const lack = lacks.get(request.socket)
    if (lack !== undefined || isProbe(request)) response.setHeader('Connection', 'close')
    if (lack === undefined || isProbe(request)) listener(request, response)
    else sendAway(response, lack)
  }
}

/** Closes a spare socket that sends no request in time. */
function lend(socket: Socket, leave: (() => void) | undefined, forMs: number): void {
  if (!leave) return void socket.destroy()
  const end = setTimeout(() => socket.destroy(), forMs)
  end.unref()
  socket.once('close', () => {
    clearTimeout(end)
    leave()
  })
}

function sendAway(response: ServerResponse, lack: Lack): void {
  const problem = problemOf(new Refusal(lack, LACKS[lack]), randomUUID())
  response.writeHead(problem.status, { 'Content-Type': 'application/problem+json', 'Retry-After': '2' })
  response.end(JSON.stringify(problem))
}
