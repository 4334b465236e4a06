import { createHash } from 'node:crypto'
import { appendFileSync, closeSync, fstatSync, openSync, readSync } from 'node:fs'

import type { Vault } from '../vault/vault.ts'

const CONTEXT = 'backup'
/** The seal is the last line of the file: SQLite does not look behind its last page, and no second file can be lost. */
const SEAL = /\naccord-backup (p1\.[0-9a-f]{16}\.[\w-]{43})\n$/u
const LONGEST = 200
const CHUNK = 1 << 20

export type SealVerdict =
  | { readonly kind: 'fits' | 'changed'; readonly bytes: number }
  | { readonly kind: 'none'; readonly bytes: number }
  | { readonly kind: 'other-key'; readonly bytes: number; readonly keyId: string }

/** Puts the master key's proof of every byte of a backup behind them. */
export function sealBackup(file: string, vault: Vault): void {
  const { digest } = digestOf(file, Number.POSITIVE_INFINITY)
  appendFileSync(file, `\naccord-backup ${vault.prove(digest, CONTEXT)}\n`)
}

/** `bytes`: of the database alone. */
export function verifyBackupSeal(file: string, vault: Vault | undefined, keyIds: readonly string[]): SealVerdict {
  const { proof, bytes } = readSeal(file)
  if (proof === undefined || vault === undefined) return { kind: 'none', bytes }
  const keyId = proof.split('.')[1] ?? ''
  if (!keyIds.includes(keyId)) return { kind: 'other-key', bytes, keyId }
  return { kind: vault.isProof(proof, digestOf(file, bytes).digest, CONTEXT) ? 'fits' : 'changed', bytes }
}

function readSeal(file: string): { readonly proof: string | undefined; readonly bytes: number } {
  const descriptor = openSync(file, 'r')
  try {
    const { size } = fstatSync(descriptor)
    const tail = Buffer.alloc(Math.min(LONGEST, size))
    readSync(descriptor, tail, 0, tail.length, size - tail.length)
    const found = SEAL.exec(tail.toString('latin1'))
    return { proof: found?.[1], bytes: size - (found?.[0].length ?? 0) }
  } finally {
    closeSync(descriptor)
  }
}

/** Over the first `bytes` of a file, which may be larger than memory. */
function digestOf(file: string, bytes: number): { readonly digest: string } {
  const descriptor = openSync(file, 'r')
  const hash = createHash('sha256')
  const chunk = Buffer.alloc(CHUNK)
  let done = 0
  try {
    while (done < bytes) {
      const read = readSync(descriptor, chunk, 0, Math.min(CHUNK, bytes - done), done)
      if (read === 0) break
      hash.update(chunk.subarray(0, read))
      done += read
    }
  } finally {
    closeSync(descriptor)
  }
  return { digest: `sha256:${hash.digest('hex')}:${done}` }
}
