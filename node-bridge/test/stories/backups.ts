import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { copyFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { Client } from 'pg'

import { startPostgres, type PostgresServer } from '../postgres.ts'
import type { Company } from './company.ts'

const run = promisify(execFile)
const SCRIPT = fileURLToPath(new URL('../../../deploy/backup-sqlite.mjs', import.meta.url))

/** How a company's database is saved and brought back. */
export interface Backups {
  readonly name: string
  start(): Promise<void>
  /** For a new company; undefined for the embedded database. */
  createDatabase(): Promise<string | undefined>
  /** Answers the name of the copy. */
  backUp(company: Company): Promise<string>
  /** `meanwhile`: while nobody uses the database. */
  restore(company: Company, copy: string, meanwhile?: () => void): Promise<void>
  stop(): Promise<void>
}

export const backupKinds = (): Backups[] => [embedded(), server()]

/** As the operator's handbook says, while the node works. */
const embedded = (): Backups => ({
  name: 'SQLite',
  start: async () => undefined,
  createDatabase: async () => undefined,
  backUp: async ({ dataDir }) => {
    const copy = path.join(dataDir, 'backup.sqlite')
    await run(process.execPath, [SCRIPT, copy], { env: { ...process.env, ACCORD_DATA_DIR: dataDir } })
    return copy
  },
  restore: (company, copy, meanwhile) =>
    company.restart(async () => {
      meanwhile?.()
      const file = path.join(company.dataDir, 'accord.sqlite')
      for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true })
      copyFileSync(copy, file)
    }),
  stop: async () => undefined,
})

/** The server copies a whole database while nobody uses it: what a dump and its restore come to, in a moment. */
function server(): Backups {
  let postgres: PostgresServer | undefined
  const copy = async (from: string, to: string, serverUrl: string) => {
    const client = new Client({ connectionString: serverUrl })
    await client.connect()
    await client.query(`drop database if exists ${to}`)
    await client.query(`create database ${to} template ${from}`)
    await client.end()
  }
  const nameOf = (url: string) => new URL(url).pathname.slice(1)
  const adminUrlOf = (url: string) => Object.assign(new URL(url), { pathname: '/postgres' }).href
  const urlOf = ({ databaseUrl }: Company): string => {
    if (databaseUrl === undefined) throw new Error('This company has no database on a server')
    return databaseUrl
  }
  return {
    name: 'PostgreSQL',
    start: async () => {
      postgres = await startPostgres()
    },
    createDatabase: async () => postgres?.createDatabase(),
    backUp: async (company) => {
      const backup = `accord_backup_${randomBytes(6).toString('hex')}`
      const url = urlOf(company)
      await company.restart(() => copy(nameOf(url), backup, adminUrlOf(url)))
      return backup
    },
    restore: (company, backup, meanwhile) => {
      const url = urlOf(company)
      return company.restart(async () => {
        meanwhile?.()
        await copy(backup, nameOf(url), adminUrlOf(url))
      })
    },
    stop: async () => postgres?.stop(),
  }
}
