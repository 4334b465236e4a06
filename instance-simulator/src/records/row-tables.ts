import type { Row } from '../contracts.ts'
import { RowIndex } from './row-index.ts'
import type { TableSource } from './schema.ts'

/** Where rows and tables go to survive a restart. Calls come in the order of the changes. */
export interface Persistence {
  saveRow(table: string, row: Row): void
  deleteRow(table: string, sysId: string): void
  saveTable(source: TableSource): void
  deleteTable(name: string): void
  /** Everything saved so far is durable when this returns. */
  flush(): void
}

export const inMemoryOnly: Persistence = {
  saveRow: () => undefined,
  deleteRow: () => undefined,
  saveTable: () => undefined,
  deleteTable: () => undefined,
  flush: () => undefined,
}

type Undo = () => void

/** Rows by concrete table, with a journal of how to take back what an unfinished transaction did. */
export class RowTables {
  readonly #tables = new Map<string, Map<string, Row>>()
  readonly #revisions = new Map<string, number>()
  readonly #indexes = new Map<string, RowIndex>()
  readonly #persistence: Persistence
  #undo: Undo[] | undefined
  /** Durable writes wait here while a transaction is open. */
  #deferred: (() => void)[] = []

  constructor(persistence: Persistence) {
    this.#persistence = persistence
  }

  rows(table: string): ReadonlyMap<string, Row> {
    return this.#tables.get(table) ?? new Map<string, Row>()
  }

  first(table: string, holds: (row: Row) => boolean): Row | undefined {
    for (const row of this.rows(table).values()) if (holds(row)) return row
    return undefined
  }

  /** Rows whose column holds one of the values, capitals aside, in the order of the table. */
  having(table: string, column: string, values: readonly string[]): readonly Row[] {
    const rows = this.rows(table)
    return this.#index(table)
      .find(rows, column, values)
      .map((sysId) => rows.get(sysId))
      .filter((row) => row !== undefined)
  }

  /** How many `having` would find. */
  countHaving(table: string, column: string, values: readonly string[]): number {
    return this.#index(table).count(this.rows(table), column, values)
  }

  #index(table: string): RowIndex {
    const index = this.#indexes.get(table) ?? new RowIndex(this.rows(table))
    this.#indexes.set(table, index)
    return index
  }

  /** Grows with every write to any table. */
  writes = 0

  revision(table: string): number {
    return this.#revisions.get(table) ?? 0
  }

  /** Fills the memory from the file at start-up. */
  load(table: string, row: Row): void {
    this.#set(table, row['sys_id'] ?? '', row)
  }

  put(table: string, row: Row): void {
    const sysId = row['sys_id'] ?? ''
    const before = this.rows(table).get(sysId)
    this.#set(table, sysId, row)
    this.record(
      () => this.#set(table, sysId, before),
      () => this.#persistence.saveRow(table, row),
    )
  }

  delete(table: string, sysId: string): void {
    const before = this.rows(table).get(sysId)
    if (!before) return
    this.#set(table, sysId, undefined)
    this.record(
      () => this.#set(table, sysId, before),
      () => this.#persistence.deleteRow(table, sysId),
    )
  }

  /** Notes one change that has just happened: how to take it back, how to make it durable. */
  record(undo: Undo, persist: () => void): void {
    if (!this.#undo) return persist()
    this.#undo.push(undo)
    this.#deferred.push(persist)
  }

  /** All or nothing, nested calls join the outer one. */
  atomically<T>(work: () => T): T {
    if (this.#undo) return work()
    this.#undo = []
    try {
      const result = work()
      for (const persist of this.#deferred) persist()
      return result
    } catch (error) {
      for (const undo of this.#undo.toReversed()) undo()
      throw error
    } finally {
      this.#undo = undefined
      this.#deferred = []
    }
  }

  #set(table: string, sysId: string, row: Row | undefined): void {
    const rows = this.#tables.get(table) ?? new Map<string, Row>()
    this.#tables.set(table, rows)
    this.#indexes.get(table)?.note(sysId, rows.get(sysId), row)
    if (row) rows.set(sysId, row)
    else rows.delete(sysId)
    this.writes += 1
    this.#revisions.set(table, this.revision(table) + 1)
  }
}
