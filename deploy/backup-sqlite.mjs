// A copy of the embedded database while the node goes on working, for where the command line is not at hand:
//   ACCORD_DATA_DIR=/var/lib/accord node deploy/backup-sqlite.mjs /backups/accord-2026-01-31.sqlite
// The same as `accord backup`. The copy does not hold the master key: without that key, which is kept elsewhere, its
// private keys cannot be opened.
import { backUpSqlite, CopyError } from '../node-bridge/src/operation/sqlite-copy.ts'

const [target] = process.argv.slice(2)

try {
  if (target === undefined) throw new CopyError('Name the file to write: node deploy/backup-sqlite.mjs <file>')
  backUpSqlite(process.env.ACCORD_DATA_DIR ?? './data', target)
  process.stdout.write(`${target}\n`)
} catch (error) {
  if (!(error instanceof CopyError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
