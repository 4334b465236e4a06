import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { DatabaseLocation } from '../src/store/engine/database.ts'
import { startPostgres, type PostgresServer } from './postgres.ts'

/** A kind of database on which a contract is tested; every call of `fresh` gives an empty one. */
export interface DatabaseKind {
  readonly name: string
  start(): Promise<void>
  fresh(): Promise<DatabaseLocation>
  stop(): Promise<void>
}

/** The embedded database and the server: the same contract holds on both. */
export const databaseKinds = (server: { readonly alone?: boolean } = {}): DatabaseKind[] => [
  sqliteKind(),
  postgresKind(server),
]

function sqliteKind(): DatabaseKind {
  const directories: string[] = []
  return {
    name: 'SQLite',
    start: async () => undefined,
    fresh: async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'accord-sqlite-'))
      directories.push(dataDir)
      return { dataDir, databaseUrl: undefined }
    },
    stop: async () => {
      for (const directory of directories) rmSync(directory, { recursive: true, force: true })
    },
  }
}

function postgresKind(options: { readonly alone?: boolean }): DatabaseKind {
  let server: PostgresServer | undefined
  return {
    name: 'PostgreSQL',
    start: async () => {
      server = await startPostgres(options)
    },
    fresh: async () => {
      if (!server) throw new Error('PostgreSQL was not started')
      return { dataDir: tmpdir(), databaseUrl: await server.createDatabase() }
    },
    stop: async () => server?.stop(),
  }
}
