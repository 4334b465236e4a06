import { isIP, type LookupFunction, type Socket } from 'node:net'

import { isInRanges, parseRanges } from './address-ranges.ts'
import { openTunnel } from './proxy-tunnel.ts'

export interface OutboundProxyPolicy {
  /** `http://user:password@proxy:3128`; undefined: the node calls out directly. */
  readonly outboundProxy: string | undefined
  /** Hosts that are called directly: names, `.domain`, addresses, CIDR ranges, or `*`. */
  readonly noProxy: readonly string[]
}

/** The one way out of a node that may not call out by itself. Its address and password stay inside: neither is a member. */
export interface OutboundProxy {
  covers(host: string): boolean
  /** With `lookup` a name is checked first where this host can resolve it; otherwise the proxy alone knows where it leads. */
  connect(host: string, port: number, lookup?: LookupFunction): Promise<Socket>
}

/** Timeout of a local name look-up: behind a proxy there may be no name server that answers. */
const LOOKUP_MS = 2000

export function createOutboundProxy({ outboundProxy, noProxy }: OutboundProxyPolicy): OutboundProxy | undefined {
  if (outboundProxy === undefined) return undefined
  const proxy = new URL(outboundProxy)
  const isDirect = directHosts(noProxy)
  return {
    covers: (host) => !isDirect(host),
    connect: async (host, port, lookup) => {
      if (lookup && isIP(host) === 0) await validateHost(host, lookup)
      return openTunnel(proxy, host, port)
    },
  }
}

/** A name that leads to a forbidden address goes nowhere; one that is unknown here is left to the proxy. */
const validateHost = (host: string, lookup: LookupFunction): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, LOOKUP_MS)
    lookup(host, { all: true }, (error) => {
      clearTimeout(timer)
      if (error?.code === 'ERR_FORBIDDEN_ADDRESS') reject(error)
      else resolve()
    })
  })

function directHosts(entries: readonly string[]): (host: string) => boolean {
  const names = entries.filter((entry) => !entry.includes('/')).map((entry) => entry.toLowerCase())
  const ranges = parseRanges(entries.filter((entry) => entry.includes('/')))
  return (host) => {
    const name = host.toLowerCase()
    if (isIP(name) !== 0 && isInRanges(ranges, name)) return true
    return names.some((entry) => entry === '*' || entry === name || (entry.startsWith('.') && isBelow(name, entry)))
  }
}

/** `.acme.example` means the domain and everything below it. */
const isBelow = (name: string, domain: string): boolean => name.endsWith(domain) || name === domain.slice(1)
