import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { carryOut } from './carry-out.ts'
import type { FaultKind } from './fault.ts'
import { createHolding } from './holding.ts'
import { passAll, type FaultScript, type SeenRequest } from './script.ts'
import { forward, readBody, type Answer } from './upstream.ts'

/** `arrived`: nothing was sent on yet. `answered`: the upstream has done its work and the caller has not learnt of it. */
export type Step = 'arrived' | 'answered'

/** What passes: the caller's words, and once it is answered the upstream's. */
export interface Passing extends SeenRequest {
  readonly body: Buffer
  readonly answer?: Answer
}

/** Who throws hangs up on the caller. */
export type Act = (step: Step, request: Passing) => Promise<void> | void

export interface Seen extends SeenRequest {
  readonly fault: FaultKind
  /** Address of the caller. */
  readonly from: string | undefined
  /** What the upstream answered, in order; a request that was sent twice has two. */
  readonly upstreamStatuses: number[]
}

export interface FaultProxy {
  readonly url: string
  readonly seen: readonly Seen[]
  follow(script: FaultScript): void
  /** From now on requests go to this upstream. */
  leadTo(upstreamUrl: () => string): void
  /** Is awaited at each step, so that something can be killed exactly there. */
  onStep(act: Act): void
  close(): Promise<void>
}

const doNothing: Act = () => undefined

/**
 * An HTTP proxy on loopback in front of one upstream that treats each request as its script says. The upstream's URL is asked
 * anew for each request. A request that cannot be forwarded is hung up on, as a broken network would.
 */
export async function startFaultProxy(firstUpstreamUrl: () => string): Promise<FaultProxy> {
  const seen: Seen[] = []
  const turns = new Map<string, number>()
  const holding = createHolding()
  let script: FaultScript = passAll
  let act: Act = doNothing
  let upstreamUrl = firstUpstreamUrl

  const note = (message: IncomingMessage): SeenRequest => {
    const method = message.method ?? 'GET'
    const path = message.url ?? '/'
    const turn = turns.get(`${method} ${path}`) ?? 0
    turns.set(`${method} ${path}`, turn + 1)
    return { index: seen.length, method, path, turn }
  }

  const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = note(message)
    const fault = script(request)
    const entry: Seen = { ...request, from: message.socket.remoteAddress, fault: fault.kind, upstreamStatuses: [] }
    seen.push(entry)
    const body = await readBody(message)
    const received = { ...request, headers: message.headers, body }
    await act('arrived', { ...request, body })
    const send = async (): Promise<Answer> => {
      const answer = await forward(upstreamUrl(), received)
      entry.upstreamStatuses.push(answer.status)
      if (fault.kind !== 'reorder') holding.release()
      await act('answered', { ...request, body, answer })
      return answer
    }
    await carryOut(fault, { socket: message.socket, response, holding, forward: send })
  }

  const server = createServer((message, response) => {
    handle(message, response).catch(() => message.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    follow: (next) => void (script = next),
    leadTo: (next) => void (upstreamUrl = next),
    onStep: (next) => void (act = next),
    async close() {
      holding.release()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
