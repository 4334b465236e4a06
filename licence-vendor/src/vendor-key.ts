import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'

import { UsageError } from './command.ts'

export interface VendorKey {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

const OTHERS = 0o077

/** A fresh pair; the private half as PKCS#8 in a new file of mode 0600, encrypted where there is a passphrase. */
export function createVendorKey(file: string, passphrase: string | undefined): VendorKey {
  const pair = generateKeyPairSync('ed25519')
  const sealed = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }
  const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem', ...sealed })
  // `wx`: a key that exists is never overwritten.
  writeFileSync(file, pem, { mode: 0o600, flag: 'wx' })
  return pair
}

/** Throws `UsageError` for a file that others may read, and for one that does not open. */
export function readVendorKey(file: string, passphrase: string | undefined): VendorKey {
  if (process.platform !== 'win32' && (statSync(file).mode & OTHERS) !== 0)
    throw new UsageError(`${file} can be read by others. chmod 600 it, and think of who has read it.`)
  const privateKey = open(file, passphrase)
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new UsageError(`${file} holds no Ed25519 key.`)
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

function open(file: string, passphrase: string | undefined): KeyObject {
  const key = readFileSync(file)
  try {
    return createPrivateKey({ key, format: 'pem', ...(passphrase === undefined ? {} : { passphrase }) })
  } catch {
    throw new UsageError(
      `${file} does not open: it is no private key, or LICENCE_KEY_PASSPHRASE is not its passphrase.`,
    )
  }
}

/** The public point, base64url: what vendor-keys.ts of the node holds. */
export const pointOf = (publicKey: KeyObject): string => String(publicKey.export({ format: 'jwk' })['x'])

export const publicKeyOf = (x: string): KeyObject => {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  } catch {
    throw new UsageError('--public-key is no public point of an Ed25519 key.')
  }
}

/** RFC 7638, the `kid` of what the key signs. */
export const thumbprintOf = (x: string): string =>
  createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url')
