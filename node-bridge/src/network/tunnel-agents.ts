import { Agent as HttpAgent, type AgentOptions } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Duplex } from 'node:stream'

import type { OutboundProxy } from './outbound-proxy.ts'

type Done = (error: Error | null, stream?: Duplex) => void
interface Target {
  readonly host?: string | null
  readonly port?: number | string | null
}
interface Ways {
  readonly proxy: OutboundProxy
  /** Checks addresses. Undefined where the operator has configured the target. */
  readonly lookup: LookupFunction | undefined
}

const withLookup = (options: AgentOptions, { lookup }: Ways): AgentOptions =>
  lookup ? { ...options, lookup } : options

const hostOf = ({ host }: Target): string => (host ?? 'localhost').replaceAll(/[[\]]/gu, '')

async function handOver(opening: Promise<Duplex>, done: Done): Promise<void> {
  let stream: Duplex
  try {
    stream = await opening
  } catch (error) {
    return done(error as Error)
  }
  return done(null, stream)
}

/** As Node's own agents, except that a connection to a host that the proxy covers goes through a tunnel of its own. */
export class TunnelHttpAgent extends HttpAgent {
  readonly #ways: Ways

  constructor(options: AgentOptions, ways: Ways) {
    super(withLookup(options, ways))
    this.#ways = ways
  }

  override createConnection(target: Target, done: Done): Duplex | null | undefined {
    const { proxy, lookup } = this.#ways
    if (!proxy.covers(hostOf(target))) return super.createConnection(target as never, done)
    void handOver(proxy.connect(hostOf(target), Number(target.port ?? 80), lookup), done)
    return undefined
  }
}

/** TLS is spoken with the other side, inside the tunnel: the proxy sees names and times, no texts. */
export class TunnelHttpsAgent extends HttpsAgent {
  readonly #ways: Ways

  constructor(options: AgentOptions, ways: Ways) {
    super(withLookup(options, ways))
    this.#ways = ways
  }

  override createConnection(target: Target, done: Done): Duplex | null | undefined {
    const { proxy, lookup } = this.#ways
    if (!proxy.covers(hostOf(target))) return super.createConnection(target as never, done)
    const secured = async () => {
      const socket = await proxy.connect(hostOf(target), Number(target.port ?? 443), lookup)
      return super.createConnection({ ...target, socket } as never, undefined as never) as Duplex
    }
    void handOver(secured(), done)
    return undefined
  }
}
