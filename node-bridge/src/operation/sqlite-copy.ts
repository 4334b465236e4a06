import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs'
import path from 'node:path'

import SqliteDatabase from 'better-sqlite3'

/** Why a copy was not made; meant for the operator. */
export class CopyError extends Error {
  override readonly name = 'CopyError'
}

const fileIn = (dataDir: string): string => path.join(dataDir, 'accord.sqlite')

/**
 * Copies the embedded database of a node that goes on working: one moment of it, checked, readable by its owner only,
 * under its name only when it is whole. Without the master key its private keys cannot be opened. Throws `CopyError`.
 */
export function backUpSqlite(dataDir: string, target: string): void {
  const source = fileIn(dataDir)
  if (existsSync(target)) throw new CopyError(`${target} exists already; a backup is never written over another`)
  if (!existsSync(source)) throw new CopyError(`There is no database at ${source}; set ACCORD_DATA_DIR`)
  withPrivateFiles(() => {
    const partial = `${target}.${process.pid}.partial`
    const database = new SqliteDatabase(source, { readonly: true, timeout: 10_000 })
    // One read transaction: writers are not held up, and the copy has no log beside it.
    database.prepare('vacuum into ?').run(partial)
    database.close()
    const flaw = flawOf(partial)
    if (flaw !== undefined) throw new CopyError(`The copy is damaged and was left at ${partial}: ${flaw}`)
    putInPlace(partial, target)
  })
}

/** Puts a backup where a node will start from it: into a data directory without a database. Throws `CopyError`. */
export function restoreSqlite(backup: string, dataDir: string): void {
  const target = fileIn(dataDir)
  if (!existsSync(backup)) throw new CopyError(`There is no file ${backup}`)
  for (const file of [target, `${target}-wal`, `${target}-shm`])
    if (existsSync(file))
      throw new CopyError(`${file} exists already. Stop the node, move the old files away, then run this again.`)
  const flaw = flawOf(backup)
  if (flaw !== undefined) throw new CopyError(`${backup} is not a whole backup of a node: ${flaw}`)
  withPrivateFiles(() => {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const partial = `${target}.${process.pid}.partial`
    copyFileSync(backup, partial)
    chmodSync(partial, 0o600)
    putInPlace(partial, target)
  })
}

/** What is wrong with a database file, if anything is. */
function flawOf(file: string): string | undefined {
  let database: SqliteDatabase.Database | undefined
  try {
    database = new SqliteDatabase(file, { readonly: true, fileMustExist: true })
    const verdict = String(database.pragma('integrity_check', { simple: true }))
    if (verdict !== 'ok') return verdict
    database.prepare('select id from schema_migration').all()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    database?.close()
    // A look at a file in WAL mode leaves an empty log beside it.
    for (const beside of ['-wal', '-shm']) rmSync(`${file}${beside}`, { force: true })
  }
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
