// A copy of the embedded database while the node goes on working, for where the command line is not at hand:
//   ACCORD_DATA_DIR=/var/lib/accord node deploy/backup-sqlite.mjs /backups/accord-2026-01-31.sqlite
// The same as `accord backup`. The copy is sealed with the master key (of the directory, or ACCORD_MASTER_KEY) and does not hold
// it: without that key, which is kept elsewhere, its private keys cannot be opened.
import { findMasterKeys } from '../node-bridge/src/master-key/rotate-master-key.ts'
import { backUpSqlite, CopyError } from '../node-bridge/src/backup/sqlite-copy.ts'

const [target] = process.argv.slice(2)

try {
  if (target === undefined) throw new CopyError('Name the file to write: node deploy/backup-sqlite.mjs <file>')
  const { ACCORD_DATA_DIR: dataDir = './data', ACCORD_MASTER_KEY, ACCORD_MASTER_KEY_PREVIOUS } = process.env
  const keys = findMasterKeys({ dataDir, masterKey: ACCORD_MASTER_KEY, masterKeyPrevious: ACCORD_MASTER_KEY_PREVIOUS })
  if (!keys && !process.argv.includes('--unsealed'))
    throw new CopyError('There is no master key to seal the copy with: set ACCORD_MASTER_KEY, or add --unsealed')
  backUpSqlite(dataDir, target, keys)
  process.stdout.write(`${target}\n`)
} catch (error) {
  if (!(error instanceof CopyError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
