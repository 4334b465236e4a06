import { startPostgres } from '../../node-bridge/test/postgres.ts'

export interface DatabaseUnderBench {
  readonly name: string
  /** A new and empty database; undefined means the embedded one. */
  fresh(): Promise<string | undefined>
}

/** The embedded database, then PostgreSQL while its server lives. */
export async function onEachDatabase<T>(work: (database: DatabaseUnderBench) => Promise<T>): Promise<T[]> {
  const embedded = await work({ name: 'SQLite', fresh: async () => undefined })
  const server = await startPostgres({ durable: true })
  try {
    return [embedded, await work({ name: 'PostgreSQL', fresh: () => server.createDatabase() })]
  } finally {
    await server.stop()
  }
}
