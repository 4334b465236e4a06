import { Socket } from 'node:net'

import { PostgresDialect } from 'kysely'
import { type ClientBase, Pool, types as pgTypes } from 'pg'

const INT8 = 20

/** Eight-byte integers come as numbers: ours are milliseconds and counters, far below 2^53. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : (pgTypes.getTypeParser(oid, format) as (value: string) => unknown),
}

export interface PostgresOptions {
  /** Is called when the server drops a connection that nobody is using; the pool opens another. */
  readonly onIdleError?: ((error: Error) => void) | undefined
  /** After this time the server ends a statement, or a transaction in which nothing is done. 0: never, for a migration. */
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 30_000
/** What the server needs to say that its timeout has passed. */
const MARGIN_MS = 5000

export function postgresDialect(url: string, options: PostgresOptions = {}): PostgresDialect {
  const { onIdleError = () => undefined, timeoutMs = TIMEOUT_MS } = options
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    ...(timeoutMs === 0 ? {} : { onConnect: (client) => setTimeouts(client, timeoutMs) }),
    application_name: 'accord-node',
    keepAlive: true,
    stream: () => (timeoutMs === 0 ? new Socket() : endWhenSilent(new Socket(), timeoutMs + MARGIN_MS)),
    types,
  })
  pool.on('error', onIdleError)
  // The pool listens to idle connections only; one that is cut between two statements of a transaction would end the process.
  // Its next statement fails and tells whoever waits for it.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new PostgresDialect({ pool })
}

/** Asked for after connecting: a pooler such as PgBouncer refuses whoever brings them in the start-up message. */
const setTimeouts = async (client: ClientBase, timeoutMs: number): Promise<void> =>
  void (await client.query(
    `select set_config(name, $1, false) from unnest(array['statement_timeout', 'idle_in_transaction_session_timeout']) name`,
    [String(timeoutMs)],
  ))

/**
 * A server that is well has answered by then, if only that its timeout has passed. Where its machine, or the network, went away
 * without a word, nobody would ever tell, and ten statements that wait for ever are the whole pool.
 */
function endWhenSilent(socket: Socket, ms: number): Socket {
  const silence = Object.assign(new Error('PostgreSQL has said nothing for too long'), { code: 'ETIMEDOUT' })
  return socket.setTimeout(ms, () => socket.destroy(silence))
}
