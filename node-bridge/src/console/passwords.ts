import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

import { Refusal } from '../refusals/refusal.ts'

/** Of scrypt: 128 · 2^log2N · r bytes of memory, p times the work. */
export interface PasswordCost {
  readonly log2N: number
  readonly r: number
  readonly p: number
}

/** 32 MiB for each guess: one of the parameter sets that OWASP holds to be equal. */
export const PASSWORD_COST: PasswordCost = { log2N: 15, r: 8, p: 3 }

export interface Passwords {
  /** `scrypt$15$8$3$<salt>$<hash>`: the parameters stand in it, so that they may grow. Throws `retry_later`. */
  hash(password: string): Promise<string>
  /** `stored` undefined: the user is unknown; the check takes the same time and always fails. Throws `retry_later`. */
  fits(password: string, stored: string | undefined): Promise<boolean>
}

const SALT_BYTES = 16
const HASH_BYTES = 32
/** Each hash takes 32 MiB: at most this many run at a time, and at most this many wait. */
const AT_ONCE = 2
const QUEUE = 32

export function createPasswords(cost: PasswordCost): Passwords {
  const take = createQueue()
  const derive = (password: string, salt: Buffer, { log2N, r, p }: PasswordCost) =>
    take(() => scryptOf(password, salt, { log2N, r, p }))
  const write = (salt: Buffer, hash: Buffer) =>
    ['scrypt', cost.log2N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
  const nobodys = write(randomBytes(SALT_BYTES), randomBytes(HASH_BYTES))
  return {
    hash: async (password) => {
      const salt = randomBytes(SALT_BYTES)
      return write(salt, await derive(password, salt, cost))
    },
    fits: async (password, stored) => {
      const [, log2N, r, p, salt = '', hash = ''] = (stored ?? nobodys).split('$')
      const storedCost = { log2N: Number(log2N), r: Number(r), p: Number(p) }
      const derived = await derive(password, Buffer.from(salt, 'base64url'), storedCost)
      return timingSafeEqual(derived, Buffer.from(hash, 'base64url')) && stored !== undefined
    },
  }
}

function createQueue() {
  let running = 0
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= AT_ONCE) {
      if (waiting.length >= QUEUE) throw new Refusal('retry_later', 'Too many people sign in at this moment.')
      // A hash that ends hands its place to the first that waits, so that no later one overtakes it.
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

function scryptOf(password: string, salt: Buffer, { log2N, r, p }: PasswordCost): Promise<Buffer> {
  const N = 2 ** log2N
  // Unicode normalization: keyboards compose the same characters in different ways.
  const bytes = Buffer.from(password.normalize('NFKC'))
  return new Promise((resolve, reject) =>
    scrypt(bytes, salt, HASH_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, derived) =>
      error ? reject(error) : resolve(derived),
    ),
  )
}
