import type { Statement } from 'better-sqlite3'
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult, SelectQueryNode } from 'kysely'

export interface SqliteHandle {
  prepare(sql: string): Statement<unknown[]>
  close(): void
}

interface Handles {
  readonly writer: SqliteHandle
  /** Sees what is committed, also while the writer is in the middle of a transaction. */
  readonly reader: SqliteHandle
}

/**
 * Two handles on one file. Who writes waits for its turn, from the begin of a transaction to its end; who only reads waits
 * for nobody. So calls that come in while a group of commits gathers get as far as their own write, and join it.
 */
export class SqliteDriver implements Driver {
  readonly #open: () => Handles
  #handles: Handles | undefined
  #lastTurn: Promise<void> = Promise.resolve()

  constructor(open: () => Handles) {
    this.#open = open
  }

  async init(): Promise<void> {
    this.#handles = this.#open()
  }

  async acquireConnection(): Promise<SqliteConnection> {
    if (!this.#handles) throw new Error('The database is not open')
    return new SqliteConnection(this.#handles, () => this.#takeTurn())
  }

  /** The write lock is taken at once: who reads first and writes later could be refused halfway when another process wrote. */
  async beginTransaction(connection: SqliteConnection): Promise<void> {
    await connection.takeTurn()
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  /** On a full disk SQLite takes the transaction back by itself; what was thrown first must not be hidden by that. */
  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback')).catch((error: unknown) => {
      if (!String(error).includes('no transaction is active')) throw error
    })
  }

  async releaseConnection(connection: SqliteConnection): Promise<void> {
    connection.endTurn()
  }

  /** The writer goes last: whoever closes last puts the write-ahead log into the file, and the reader may not. */
  async destroy(): Promise<void> {
    this.#handles?.reader.close()
    this.#handles?.writer.close()
    this.#handles = undefined
  }

  /** First come, first served. Answers the function that ends the turn. */
  async #takeTurn(): Promise<() => void> {
    const before = this.#lastTurn
    let resolve = () => undefined as void
    const promise = new Promise<void>((end) => (resolve = end))
    this.#lastTurn = promise
    await before
    return resolve
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #handles: Handles
  readonly #waitForTurn: () => Promise<() => void>
  #endTurn: (() => void) | undefined

  constructor(handles: Handles, waitForTurn: () => Promise<() => void>) {
    this.#handles = handles
    this.#waitForTurn = waitForTurn
  }

  async takeTurn(): Promise<void> {
    this.#endTurn ??= await this.#waitForTurn()
  }

  endTurn(): void {
    this.#endTurn?.()
    this.#endTurn = undefined
  }

  async executeQuery<R>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<R>> {
    const isAlone = this.#endTurn === undefined
    if (isAlone && SelectQueryNode.is(query)) return { rows: this.#handles.reader.prepare(sql).all(parameters) as R[] }
    if (isAlone) await this.takeTurn()
    const statement = this.#handles.writer.prepare(sql)
    if (statement.reader) return { rows: statement.all(parameters) as R[] }
    return { rows: [], numAffectedRows: BigInt(statement.run(parameters).changes) }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }
}
