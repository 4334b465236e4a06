import { createCipheriv, createDecipheriv, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'

const cipherPrefix = 'v1:'
const hashPrefix = 'scrypt:'

/** Two-way encryption of `password2` columns. The key lives beside the data, as an instance keeps its own. */
export class SecretBox {
  readonly #key: Buffer

  constructor(key: Buffer = randomBytes(32)) {
    this.#key = key
  }

  encrypt(plain: string): string {
    if (plain === '' || this.#isOurs(plain)) return plain
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce)
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
    return cipherPrefix + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
  }

  /** The plain text; what is not our cipher text comes back as it is. */
  decrypt(stored: string): string {
    if (!stored.startsWith(cipherPrefix)) return stored
    const bytes = Buffer.from(stored.slice(cipherPrefix.length), 'base64')
    if (bytes.length < 28) return stored
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return decipher.update(bytes.subarray(28)).toString('utf8') + decipher.final('utf8')
  }

  /** Copying a cipher text from one row to another must not wrap it twice. */
  #isOurs(value: string): boolean {
    if (!value.startsWith(cipherPrefix)) return false
    try {
      return this.decrypt(value) !== value
    } catch {
      return false
    }
  }
}

/** One-way hash of a `password` column, e.g. sys_user.user_password. Cheap on purpose: these are made-up users. */
export function hashPassword(plain: string): string {
  if (plain === '' || plain.startsWith(hashPrefix)) return plain
  const salt = randomBytes(16)
  return `${hashPrefix}${salt.toString('base64')}:${derive(plain, salt).toString('base64')}`
}

export function isPassword(plain: string, stored: string): boolean {
  const [, salt, hash] = stored.split(':')
  if (!stored.startsWith(hashPrefix) || salt === undefined || hash === undefined) return false
  return timingSafeEqual(derive(plain, Buffer.from(salt, 'base64')), Buffer.from(hash, 'base64'))
}

const derive = (plain: string, salt: Buffer) => scryptSync(plain, salt, 32, { N: 1024, r: 8, p: 1 })
