import { isIPv6 } from 'node:net'

import { unwrapAddress } from '../network/address-ranges.ts'

/** `burst` calls at once, then `perSecond`. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

interface Bucket {
  readonly tokens: number
  readonly at: number
}

/** The bucket after one more call, or the seconds to wait. Times in milliseconds. */
export function takeToken(
  bucket: Bucket | undefined,
  { burst, perSecond }: Rate,
  nowMs: number,
): { readonly bucket: Bucket } | { readonly waitS: number } {
  const elapsedMs = bucket === undefined ? 0 : Math.max(0, nowMs - bucket.at)
  const tokens = bucket === undefined ? burst : Math.min(burst, bucket.tokens + (elapsedMs * perSecond) / 1000)
  if (tokens < 1) return { waitS: Math.max(1, Math.ceil((1 - tokens) / perSecond)) }
  return { bucket: { tokens: tokens - 1, at: nowMs } }
}

/** Both answer undefined when the call may go on, otherwise the seconds to wait. */
export interface RateLimiter {
  take(key: string, nowMs: number): number | undefined
  /** As `take`, but costs nothing. */
  peek(key: string, nowMs: number): number | undefined
}

/** Remembers at most `maxKeys` callers; the one that was quiet longest is forgotten first. */
export function createRateLimiter(rate: Rate, maxKeys = 20_000): RateLimiter {
  const buckets = new Map<string, Bucket>()
  const take = (key: string, nowMs: number) => takeToken(buckets.get(key), rate, nowMs)
  return {
    take: (key, nowMs) => {
      const taken = take(key, nowMs)
      if ('waitS' in taken) return taken.waitS
      // Deleting first moves the key to the end: the order of the map is the order of the last calls.
      buckets.delete(key)
      buckets.set(key, taken.bucket)
      const oldest = buckets.keys().next()
      if (buckets.size > maxKeys && !oldest.done) buckets.delete(oldest.value)
      return undefined
    },
    peek: (key, nowMs) => {
      const taken = take(key, nowMs)
      return 'waitS' in taken ? taken.waitS : undefined
    },
  }
}

/** One household has one IPv4 address and a whole /64 of IPv6. */
export function addressKey(address: string): string {
  const bare = unwrapAddress(address)
  if (!isIPv6(bare)) return bare
  const [head = '', tail = ''] = bare.split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === '' ? [] : tail.split(':')
  const gap = bare.includes('::') ? Array.from({ length: 8 - front.length - back.length }, () => '0') : []
  return `${[...front, ...gap, ...back].slice(0, 4).join(':')}::/64`
}
