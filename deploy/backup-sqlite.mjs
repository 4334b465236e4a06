// A copy of the embedded database while the node goes on working:
//   ACCORD_DATA_DIR=/var/lib/accord node deploy/backup-sqlite.mjs /backups/accord-2026-01-31.sqlite
// The copy is one moment of the database, is checked, and appears under its name only when it is whole. It does not hold
// the master key: without that key, which is kept elsewhere, its private keys cannot be opened.
import { closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs'
import path from 'node:path'

import SqliteDatabase from 'better-sqlite3'

const [target] = process.argv.slice(2)
const source = path.join(process.env.ACCORD_DATA_DIR ?? './data', 'accord.sqlite')

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** Until the content of a file is on the disk, its name promises nothing. */
function flush(file) {
  const descriptor = openSync(file, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

if (target === undefined) refuse('Name the file to write: node deploy/backup-sqlite.mjs <file>')
if (existsSync(target)) refuse(`${target} exists already; a backup is never written over another`)
if (!existsSync(source)) refuse(`There is no database at ${source}; set ACCORD_DATA_DIR`)

process.umask(0o077)
const partial = `${target}.${process.pid}.partial`
const database = new SqliteDatabase(source, { readonly: true, timeout: 10_000 })
// One read transaction: writers are not held up, and the copy has no log beside it.
database.prepare('vacuum into ?').run(partial)
database.close()

const copy = new SqliteDatabase(partial, { readonly: true })
const verdict = copy.pragma('integrity_check', { simple: true })
copy.close()
if (verdict !== 'ok') refuse(`The copy is damaged and was left at ${partial}: ${verdict}`)

flush(partial)
renameSync(partial, target)
flush(path.dirname(path.resolve(target)))
process.stdout.write(`${target}\n`)
