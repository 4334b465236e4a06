import { lookup as resolveName, type LookupAddress } from 'node:dns'
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { isIP, type LookupFunction, type Socket } from 'node:net'

import { Refusal } from '../refusals/refusal.ts'
import { isInRanges, kindOfAddress, parseRanges } from './address-ranges.ts'
import { createOutboundProxy, type OutboundProxyPolicy } from './outbound-proxy.ts'
import { TunnelHttpAgent, TunnelHttpsAgent } from './tunnel-agents.ts'

export interface UrlPolicy extends Partial<OutboundProxyPolicy> {
  /** Plain http and loopback addresses, for a demo or a test on one machine. */
  readonly allowHttpLoopback: boolean
  /** CIDR ranges that are not public and may be called nevertheless, over https. */
  readonly allowedPrivateRanges: readonly string[]
}

/**
 * Stands before every URL that a person or a peer gave us. `check` checks what the text tells; the agents check each
 * address that a name resolves to, and connect to a checked address: a name that changes its mind in between gains nothing.
 */
export interface UrlGuard {
  /** The parsed URL. Throws `url_refused` with a `reason`. */
  check(url: string): URL
  /** A look-up that answers checked addresses only, as the agents use it; for a URL that `check` has passed. */
  lookupFor(url: URL): LookupFunction
  readonly httpAgent: HttpAgent
  readonly httpsAgent: HttpsAgent
  /** Does a call to this URL leave by the outbound proxy? */
  usesProxy(url: URL): boolean
  /** The way through the outbound proxy where it covers this URL; undefined: the agents connect directly. */
  tunnelTo(url: URL): Promise<Socket> | undefined
  /** Closes idle connections. */
  close(): void
}

/** Thrown inside a socket, where only `code` survives; the client turns it into `url_refused`. */
class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError'
  readonly code = 'ERR_FORBIDDEN_ADDRESS'
}

type ResolveName = (
  hostname: string,
  options: { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

const MAX_URL_CHARACTERS = 2048
/** Sockets for one host: each answer that a private side waits for holds one. `timeout` is longer than any long poll. */
const AGENT_OPTIONS = { keepAlive: true, maxSockets: 640, maxFreeSockets: 16, timeout: 60_000 }

/** `resolve`: replaced in tests only. Throws at start-up for a range that is none. */
export function createUrlGuard(policy: UrlPolicy, resolve: ResolveName = resolveName): UrlGuard {
  const ranges = parseRanges(policy.allowedPrivateRanges)
  const isAllowed = (address: string, isPlain: boolean): boolean => {
    const kind = kindOfAddress(address)
    if (kind === 'loopback' && policy.allowHttpLoopback) return true
    if (isPlain || kind === 'metadata') return false
    return kind === 'public' || isInRanges(ranges, address)
  }
  const proxy = createOutboundProxy({ outboundProxy: policy.outboundProxy, noProxy: policy.noProxy ?? [] })
  const plain = guardedLookup(resolve, (a) => isAllowed(a, true))
  const secure = guardedLookup(resolve, (a) => isAllowed(a, false))
  const httpAgent = proxy
    ? new TunnelHttpAgent(AGENT_OPTIONS, { proxy, lookup: plain })
    : new HttpAgent({ ...AGENT_OPTIONS, lookup: plain })
  const httpsAgent = proxy
    ? new TunnelHttpsAgent(AGENT_OPTIONS, { proxy, lookup: secure })
    : new HttpsAgent({ ...AGENT_OPTIONS, lookup: secure })
  return {
    check: (url) => checkUrl(url, policy, isAllowed),
    lookupFor: ({ protocol }) => (protocol === 'http:' ? plain : secure),
    usesProxy: ({ hostname }) => proxy?.covers(hostname.replace(/^\[|\]$/gu, '')) ?? false,
    tunnelTo: ({ hostname, protocol, port }) => {
      const host = hostname.replace(/^\[|\]$/gu, '')
      const isPlain = protocol === 'http:'
      if (!proxy?.covers(host)) return undefined
      return proxy.connect(host, Number(port || (isPlain ? 80 : 443)), isPlain ? plain : secure)
    },
    httpAgent,
    httpsAgent,
    close: () => {
      httpAgent.destroy()
      httpsAgent.destroy()
    },
  }
}

function checkUrl(text: string, policy: UrlPolicy, isAllowed: (address: string, isPlain: boolean) => boolean): URL {
  const url = text.length <= MAX_URL_CHARACTERS ? URL.parse(text) : null
  if (!url) throw refuse('syntax', 'This is not a URL.')
  const isPlain = url.protocol === 'http:'
  if (url.protocol !== 'https:' && !(isPlain && policy.allowHttpLoopback))
    throw refuse('scheme', 'Only https addresses are allowed.')
  if (url.username || url.password) throw refuse('credentials', 'A URL must not hold a user name or a password.')
  const host = url.hostname.replace(/^\[|\]$/gu, '')
  if (isIP(host) !== 0 && !isAllowed(host, isPlain)) throw refuse('address')
  return url
}

/** `facts.reason` lets the console say which rule it was. */
export const refuse = (reason: 'syntax' | 'scheme' | 'credentials' | 'address', detail?: string): Refusal =>
  new Refusal('url_refused', detail, { facts: { reason } })

/** All addresses must be allowed: a name that has one foot inside is not a public name. */
const guardedLookup =
  (resolve: ResolveName, isAllowed: (address: string) => boolean): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { all: true }, (error, addresses) => {
      const first = addresses?.[0]
      if (error || !first) return callback(error ?? new ForbiddenAddressError('The name has no address'), '', 0)
      if (!addresses.every(({ address }) => isAllowed(address)))
        return callback(new ForbiddenAddressError('The name leads to an address that is not allowed'), '', 0)
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family)
    })
  }
