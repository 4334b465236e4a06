import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/**
 * Seals secrets before they enter the database. `context` says what the secret is and whose (`connection-key:<id>`): it is
 * authenticated, so that a sealed value copied to another row does not open there.
 */
export interface Vault {
  /** First eight bytes of the SHA-256 of the master key, in hexadecimal: tells which key sealed a value. */
  readonly keyId: string
  seal(plain: string | Uint8Array, context: string): string
  /** Throws `VaultError` when the value was sealed with another key, for another context, or was changed. */
  open(sealed: string, context: string): string
  openBytes(sealed: string, context: string): Buffer
  /** A MAC by the master key over a text that stays readable. */
  prove(text: string | Uint8Array, context: string): string
  /** Was the proof made for this text and context, by this master key or an earlier one? */
  isProof(proof: string, text: string | Uint8Array, context: string): boolean
}

class VaultError extends Error {
  override readonly name = 'VaultError'
}

const FORMAT = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16

/** `masterKey`: 32 bytes that live outside the database. `retired`: earlier master keys, which open but no longer seal. */
export function createVault(masterKey: Uint8Array, retired: readonly Uint8Array[] = []): Vault {
  const keys = new Map([masterKey, ...retired].map((key) => [keyIdOf(key), createSecretKey(key)]))
  const keyId = keyIdOf(masterKey)
  const sealing = createSecretKey(masterKey)
  const proving = new Map([masterKey, ...retired].map((key) => [keyIdOf(key), provingKeyOf(key)]))
  const openBytes = (sealed: string, context: string) => unseal(keys, sealed, context)
  return {
    keyId,
    seal: (plain, context) => seal(sealing, keyId, Buffer.from(plain), context),
    open: (sealed, context) => openBytes(sealed, context).toString('utf8'),
    openBytes,
    prove: (text, context) => prove(proving, keyId, text, context) ?? '',
    isProof: (proof, text, context) => {
      const again = prove(proving, proof.split('.')[1] ?? '', text, context)
      return again?.length === proof.length && timingSafeEqual(Buffer.from(again), Buffer.from(proof))
    },
  }
}

const PROOF_FORMAT = 'p1'

const provingKeyOf = (masterKey: Uint8Array): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', masterKey, new Uint8Array(0), 'accord-proofs', 32)))

/** Undefined for a key that is not known. */
function prove(
  keys: ReadonlyMap<string, KeyObject>,
  keyId: string,
  text: string | Uint8Array,
  context: string,
): string | undefined {
  const key = keys.get(keyId)
  const mac = key && createHmac('sha256', key).update(`${context}\n`).update(text).digest('base64url')
  return mac && `${PROOF_FORMAT}.${keyId}.${mac}`
}

/** First eight bytes of a digest of the key, in hexadecimal: tells keys apart, and nothing about them. */
export function keyIdOf(key: Uint8Array): string {
  if (key.length !== 32) throw new VaultError('A master key has exactly 32 bytes')
  return createHash('sha256').update('accord-master-key-id\n').update(key).digest('hex').slice(0, 16)
}

function seal(key: KeyObject, keyId: string, plain: Buffer, context: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(additionalData(keyId, context))
  const sealed = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return `${FORMAT}.${keyId}.${sealed.toString('base64url')}`
}

function unseal(keys: ReadonlyMap<string, KeyObject>, sealed: string, context: string): Buffer {
  const [format, keyId = '', content = ''] = sealed.split('.')
  const key = keys.get(keyId)
  if (format !== FORMAT) throw new VaultError('This is not a sealed value')
  if (!key) throw new VaultError(`The value was sealed with another master key (${keyId})`)
  const bytes = Buffer.from(content, 'base64url')
  if (bytes.length < IV_BYTES + TAG_BYTES) throw new VaultError('The sealed value is incomplete')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    decipher.setAAD(additionalData(keyId, context)).setAuthTag(bytes.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()])
  } catch (cause) {
    throw new VaultError('The sealed value was changed or belongs elsewhere', { cause })
  }
}

const additionalData = (keyId: string, context: string): Buffer => Buffer.from(`${FORMAT}\n${keyId}\n${context}`)
