import { PostgresDialect } from 'kysely'
import { Pool, types as pgTypes } from 'pg'

const INT8 = 20

/** Eight-byte integers come as numbers: ours are milliseconds and counters, far below 2^53. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : (pgTypes.getTypeParser(oid, format) as (value: string) => unknown),
}

/** `onIdleError`: told when the server drops a connection that nobody is using; the pool opens another. */
export function postgresDialect(url: string, onIdleError: (error: Error) => void): PostgresDialect {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'accord-bridge',
    types,
  })
  pool.on('error', onIdleError)
  // The pool listens to idle connections only; one that is cut between two statements of a transaction would end the process.
  // Its next statement fails and tells whoever waits for it.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new PostgresDialect({ pool })
}
