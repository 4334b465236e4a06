import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { renameSync, rmSync, truncateSync } from 'node:fs'
import path from 'node:path'

import type { MasterKeys } from '../master-key/master-key.ts'
import { createVault, keyIdOf } from '../vault/vault.ts'
import { copySqliteFile, flawOfSqliteFile, schemaFlawOfSqliteFile } from '../store/engine/sqlite-file.ts'
import { verifyBackupSeal, sealBackup } from './backup-seal.ts'

/** Why a copy was not made; meant for the operator. */
export class CopyError extends Error {
  override readonly name = 'CopyError'
}

const fileIn = (dataDir: string): string => path.join(dataDir, 'accord.sqlite')

/**
 * Copies the embedded database of a node that goes on working: one moment of it, checked, readable by its owner only,
 * under its name only when it is whole, and sealed by the master key, without which its private keys cannot be opened either.
 * `keys` undefined: without a seal. Throws `CopyError`.
 */
export function backUpSqlite(dataDir: string, target: string, keys: MasterKeys | undefined): void {
  const source = fileIn(dataDir)
  if (existsSync(target)) throw new CopyError(`${target} exists already; a backup is never written over another`)
  if (!existsSync(source)) throw new CopyError(`There is no database at ${source}; set ACCORD_DATA_DIR`)
  withPrivateFiles(() => {
    const partial = `${target}.${process.pid}.partial`
    copySqliteFile(source, partial)
    const flaw = flawOfSqliteFile(partial)
    if (flaw !== undefined) throw new CopyError(`The copy is damaged and was left at ${partial}: ${flaw}`)
    if (keys) sealBackup(partial, createVault(keys.current))
    putInPlace(partial, target)
  })
}

export interface RestoreOptions {
  /** Of the node that made the backup. */
  readonly keys: MasterKeys | undefined
  /** Takes a backup that carries no seal: of a release before there were seals, or of `backup --unsealed`. */
  readonly unsealed: boolean
}

/**
 * Puts a backup where a node will start from it: into a data directory without a database. It is taken only as the master key
 * has sealed it, and only with what our own steps have made in it. Throws `CopyError`.
 */
export async function restoreSqlite(backup: string, dataDir: string, options: RestoreOptions): Promise<void> {
  const target = fileIn(dataDir)
  if (!existsSync(backup)) throw new CopyError(`There is no file ${backup}`)
  for (const file of [target, `${target}-wal`, `${target}-shm`])
    if (existsSync(file))
      throw new CopyError(`${file} exists already. Stop the node, move the old files away, then run this again.`)
  const bytes = requireSeal(backup, options)
  const partial = `${target}.${process.pid}.partial`
  withPrivateFiles(() => {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    copyFileSync(backup, partial)
    chmodSync(partial, 0o600)
    truncateSync(partial, bytes)
  })
  try {
    const flaw = flawOfSqliteFile(partial) ?? (await schemaFlawOfSqliteFile(partial))
    if (flaw !== undefined) throw new CopyError(`${backup} is not a whole backup of a node: ${flaw}`)
    putInPlace(partial, target)
  } finally {
    rmSync(partial, { force: true })
  }
}

const NO_KEY =
  'It cannot be checked without the master key of the node that made it: put that key as master.key into the data directory, or set ACCORD_MASTER_KEY.'

/** Answers how many bytes of the file are the database. */
function requireSeal(backup: string, { keys, unsealed }: RestoreOptions): number {
  const vault = keys && createVault(keys.current, keys.retired)
  const keyIds = keys ? [keys.current, ...keys.retired].map(keyIdOf) : []
  const verdict = verifyBackupSeal(backup, vault, keyIds)
  if (verdict.kind === 'fits' || (verdict.kind === 'none' && unsealed)) return verdict.bytes
  if (verdict.kind === 'changed')
    throw new CopyError(`${backup} was changed after it was sealed. Do not restore it; take another backup.`)
  if (verdict.kind === 'other-key')
    throw new CopyError(
      `${backup} was sealed with another master key (${verdict.keyId}). Restore it with that key (master.key, or ACCORD_MASTER_KEY), then replace the key: accord rotate-master-key.`,
    )
  if (!keys) throw new CopyError(`${backup} was not restored. ${NO_KEY}`)
  throw new CopyError(
    `${backup} carries no seal: it was made by an earlier release or with --unsealed, is no backup, or its seal was cut off. If you know where it has been since, restore it with --unsealed.`,
  )
}

function withPrivateFiles(work: () => void): void {
  const before = process.umask(0o077)
  try {
    work()
  } finally {
    process.umask(before)
  }
}

/** Until the content of a file is on the disk, its name promises nothing. */
function putInPlace(partial: string, target: string): void {
  flush(partial)
  renameSync(partial, target)
  flush(path.dirname(path.resolve(target)))
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
