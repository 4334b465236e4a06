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

/** The bucket after one more call, or the seconds to wait. Times in milliseconds. `cost`: of how many; more than `burst` cost as much. */
export function takeToken(
  bucket: Bucket | undefined,
  { burst, perSecond }: Rate,
  nowMs: number,
  cost = 1,
): { readonly bucket: Bucket } | { readonly waitS: number } {
  const elapsedMs = bucket === undefined ? 0 : Math.max(0, nowMs - bucket.at)
  const tokens = bucket === undefined ? burst : Math.min(burst, bucket.tokens + (elapsedMs * perSecond) / 1000)
  const taken = Math.min(burst, cost)
  if (tokens < taken) return { waitS: Math.max(1, Math.ceil((taken - tokens) / perSecond)) }
  return { bucket: { tokens: tokens - taken, at: nowMs } }
}

/** Both answer undefined when the call may go on, otherwise the seconds to wait. */
export interface RateLimiter {
  take(key: string, nowMs: number, cost?: number): number | undefined
  /** As `take`, but costs nothing. */
  peek(key: string, nowMs: number, cost?: number): number | undefined
}

/** Remembers at most `maxKeys` callers; the one that was quiet longest is forgotten first. */
export function createRateLimiter(rate: Rate, maxKeys = 20_000): RateLimiter {
  const buckets = new Map<string, Bucket>()
  const take = (key: string, nowMs: number, cost?: number) => takeToken(buckets.get(key), rate, nowMs, cost)
  return {
    take: (key, nowMs, cost) => {
      const taken = take(key, nowMs, cost)
      if ('waitS' in taken) return taken.waitS
      // Deleting first moves the key to the end: the order of the map is the order of the last calls.
      buckets.delete(key)
      buckets.set(key, taken.bucket)
      const oldest = buckets.keys().next()
      if (buckets.size > maxKeys && !oldest.done) buckets.delete(oldest.value)
      return undefined
    },
    peek: (key, nowMs, cost) => {
      const taken = take(key, nowMs, cost)
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
