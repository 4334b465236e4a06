import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

import { refusalOfKeyFile } from '../files/secret-file.ts'
import { bytesOfMasterKey, KEY_BYTES, NO_MASTER_KEY } from '../config/master-key-text.ts'
import { trimSecret } from '../config/secret-text.ts'

/** A refusal at start-up; its message is meant for the operator and never holds key material. */
export class MasterKeyError extends Error {
  override readonly name = 'MasterKeyError'
}

/**
 * The 32 bytes that seal every private key. `value`: base64 from the environment, which wins. Otherwise the file,
 * made with mode 0600 on first start. Throws `MasterKeyError` for a malformed key or a file that others may read.
 */
export function loadMasterKey({ value, file }: { readonly value?: string | undefined; readonly file: string }): Buffer {
  if (value !== undefined) return decodeMasterKey(value, 'ACCORD_MASTER_KEY')
  createMasterKeyFile(file)
  const refusal = refusalOfKeyFile(file)
  if (refusal !== undefined) throw new MasterKeyError(refusal)
  return decodeMasterKey(readFileSync(file, 'utf8'), file)
}

export interface MasterKeys {
  readonly current: Buffer
  /** Earlier keys, which still open what they sealed. */
  readonly retired: readonly Buffer[]
}

/** `previous`: base64 from the environment; with a key file its predecessor lies beside it. Throws as `loadMasterKey`. */
export function loadMasterKeys(origin: {
  readonly value?: string | undefined
  readonly previous?: string | undefined
  readonly file: string
}): MasterKeys {
  const current = loadMasterKey(origin)
  if (origin.previous !== undefined)
    return { current, retired: [decodeMasterKey(origin.previous, 'ACCORD_MASTER_KEY_PREVIOUS')] }
  const previousFile = previousFileOf(origin.file)
  const isFile = origin.value === undefined && statSync(previousFile, { throwIfNoEntry: false }) !== undefined
  return { current, retired: isFile ? [loadMasterKey({ file: previousFile })] : [] }
}

/** Where the key file before this one is kept. */
export const previousFileOf = (file: string): string => `${file}.previous`

/**
 * Puts a fresh key into the file; the one before stays beside it until the next rotation. Interrupted between
 * the two steps both files hold the same key, and a second call begins anew. Only to be called when nothing is sealed by
 * the key before: it is overwritten.
 */
export function rotateMasterKeyFile(file: string): void {
  createMasterKeyFile(file)
  const previousFile = previousFileOf(file)
  writeDurably(previousFile, readFileSync(file, 'utf8'))
  writeDurably(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`)
}

/** The new content is whole on the disk before it takes the name. */
function writeDurably(file: string, content: string): void {
  const draft = draftOf(file)
  const descriptor = openSync(draft, 'wx', 0o600)
  writeSync(descriptor, content)
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(draft, file)
}

const draftOf = (file: string): string => `${file}.${process.pid}.${randomBytes(6).toString('hex')}`

function decodeMasterKey(text: string, origin: string): Buffer {
  const key = bytesOfMasterKey(trimSecret(text))
  if (!key) throw new MasterKeyError(`${origin} ${NO_MASTER_KEY}`)
  return key
}

/** The file is written under another name and linked into place: of two processes that start together one wins, and neither reads half a key. */
function createMasterKeyFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  if (statSync(file, { throwIfNoEntry: false })) return
  const draft = draftOf(file)
  const descriptor = openSync(draft, 'wx', 0o600)
  writeSync(descriptor, `${randomBytes(KEY_BYTES).toString('base64')}\n`)
  fsyncSync(descriptor)
  closeSync(descriptor)
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
}
