import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import type { ProcessCompany } from './process-company.ts'

const run = promisify(execFile)
const MAIN = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../node-bridge/src/main.ts')

const accord = ({ masterKey }: ProcessCompany, ...words: readonly string[]) =>
  run(process.execPath, [MAIN, ...words], { env: { PATH: process.env['PATH'] ?? '', ACCORD_MASTER_KEY: masterKey } })

/** By the node's own command, while it works. SQLite. */
export async function backUpNode(company: ProcessCompany): Promise<string> {
  const file = path.join(company.dataDir, 'backup.sqlite')
  await accord(company, 'backup', file, '--data-dir', company.dataDir)
  return file
}

/** Its database is lost, and what the backup holds takes its place. */
export async function restoreNode(company: ProcessCompany, file: string): Promise<void> {
  await company.node.kill()
  for (const suffix of ['', '-wal', '-shm'])
    rmSync(path.join(company.dataDir, `accord.sqlite${suffix}`), { force: true })
  await accord(company, 'restore', file, '--data-dir', company.dataDir)
  await company.node.start()
}
