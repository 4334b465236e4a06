import { BlockList, isIP, isIPv4 } from 'node:net'

type Range = readonly [network: string, prefix: number]

/** Never reachable, listed or not: cloud metadata services hand out credentials to whoever asks from inside. */
const METADATA: readonly Range[] = [
  ['169.254.169.254', 32],
  ['169.254.170.2', 32],
  ['168.63.129.16', 32],
  ['100.100.100.200', 32],
  ['192.0.0.192', 32],
  ['fd00:ec2::254', 128],
  ['fd20:ce::254', 128],
]

/** The IANA special-purpose IPv4 ranges that are not the public internet. */
const NOT_PUBLIC_V4: readonly Range[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** IPv6 is public only inside this; everything else (unique local, link local, multicast, mapped …) needs no list. */
const GLOBAL_V6: readonly Range[] = [['2000::', 3]]
/** Protocol assignments with Teredo, documentation, 6to4 (which hides an IPv4 address). */
const NOT_PUBLIC_V6: readonly Range[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]
const LOOPBACK: readonly Range[] = [
  ['127.0.0.0', 8],
  ['::1', 128],
]
/** RFC 6052: on an IPv6-only network every IPv4 host appears under this prefix, so the address inside decides. */
const NAT64 = /^64:ff9b::(?:0{1,4}:){0,4}([0-9a-f]{1,4}):([0-9a-f]{1,4})$/u
const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/u

const listOf = (ranges: readonly Range[]): BlockList => {
  const list = new BlockList()
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, isIPv4(network) ? 'ipv4' : 'ipv6')
  return list
}

const contains = (list: BlockList, address: string): boolean => list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')

const metadata = listOf(METADATA)
const notPublicV4 = listOf(NOT_PUBLIC_V4)
const globalV6 = listOf(GLOBAL_V6)
const notPublicV6 = listOf(NOT_PUBLIC_V6)
const loopback = listOf(LOOPBACK)

/** `10.0.0.0/8`, `fd00::/8` … as a list to check against. Throws for a range that is none. */
export function parseRanges(cidrs: readonly string[]): BlockList {
  return listOf(
    cidrs.map((cidr) => {
      const [network = '', prefix = ''] = cidr.split('/')
      if (isIP(network) === 0 || !/^\d{1,3}$/u.test(prefix)) throw new Error(`${cidr} is not an address range`)
      return [network, Number(prefix)] as const
    }),
  )
}

/** The IPv4 address that an IPv6 spelling hides, or the address itself in its canonical form. */
export function unwrapAddress(address: string): string {
  const bare = address.replace(/%.*$/u, '')
  if (isIP(bare) !== 6) return bare
  const canonical = new URL(`http://[${bare}]/`).hostname.slice(1, -1)
  const halves = MAPPED.exec(canonical) ?? NAT64.exec(canonical)
  if (!halves) return canonical
  const value = (Number.parseInt(halves[1] ?? '', 16) << 16) | Number.parseInt(halves[2] ?? '', 16)
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.')
}

/** `metadata` is worse than `private`: no setting opens it. */
export type AddressKind = 'public' | 'loopback' | 'private' | 'metadata'

export function kindOfAddress(address: string): AddressKind {
  const bare = unwrapAddress(address)
  if (isIP(bare) === 0 || contains(metadata, bare)) return 'metadata'
  if (contains(loopback, bare)) return 'loopback'
  if (isIPv4(bare)) return contains(notPublicV4, bare) ? 'private' : 'public'
  return contains(globalV6, bare) && !contains(notPublicV6, bare) ? 'public' : 'private'
}

export const isInRanges = (ranges: BlockList, address: string): boolean => contains(ranges, unwrapAddress(address))
