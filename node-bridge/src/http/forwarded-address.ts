import { type BlockList, isIP } from 'node:net'

import { isInRanges, kindOfAddress, parseRanges, unwrapAddress } from '../network/address-ranges.ts'

/** True for the address of a reverse proxy: loopback, and the ranges of ACCORD_TRUSTED_PROXIES. */
export type IsProxy = (address: string) => boolean

export function createIsProxy(trustedRanges: readonly string[]): IsProxy {
  const ranges: BlockList = parseRanges(trustedRanges)
  return (address) => isIP(address) !== 0 && (kindOfAddress(address) === 'loopback' || isInRanges(ranges, address))
}

/** More than any chain of real proxies writes: only the end of the header is read, where the nearest proxy has written. */
const MAX_CHARACTERS = 1024
const MAX_HOPS = 16
/** An address with its zone and its port, in brackets. */
const MAX_HOP_CHARACTERS = 80

/**
 * Address of the caller: the socket's or, where that is a proxy, the nearest address of `X-Forwarded-For` that is none.
 * Always an IP address in one spelling, or `unknown` for a socket that is gone. A name, `unknown`, `_hidden` or anything
 * else that is no address, where a proxy should have written one, leaves the socket's own.
 */
export function callerAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  isProxy: IsProxy,
): string {
  const own = parseHop(socketAddress ?? '')
  if (own === undefined) return 'unknown'
  if (forwardedFor === undefined || !isProxy(own)) return own
  let nearest = own
  for (const hop of forwardedFor.slice(-MAX_CHARACTERS).split(',').slice(-MAX_HOPS).toReversed()) {
    const address = parseHop(hop)
    if (address === undefined) return own
    nearest = address
    if (!isProxy(address)) break
  }
  return nearest
}

/**
 * The address in a hop as proxies write it: bare, in quotes, in brackets, with a port, with a zone; IPv4 inside IPv6 is
 * IPv4. Undefined for everything else.
 */
function parseHop(hop: string): string | undefined {
  if (hop.length > MAX_HOP_CHARACTERS) return undefined
  const text = hop.trim().replace(/^"(.*)"$/u, '$1')
  const [, inBrackets] = /^\[([^[\]]+)\](?::\d{1,5})?$/u.exec(text) ?? []
  const [, beforePort] = /^([\d.]+):\d{1,5}$/u.exec(text) ?? []
  const address = unwrapAddress(inBrackets ?? beforePort ?? text)
  const isWritten = inBrackets === undefined || isIP(inBrackets.replace(/%.*$/u, '')) === 6
  return isWritten && isIP(address) !== 0 ? address : undefined
}
