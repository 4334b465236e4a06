import type { Compilable, CompiledQuery, DialectAdapter, QueryResult } from 'kysely'

import type { Db } from './tables.ts'

/** Stands in a statement for a value that comes with each run. */
class Place {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/**
 * A statement of the hot path: built and compiled once and only bound from then on, since building one costs as much as
 * running it. `build` is given places in the stead of values: it may look at which there are, not at what they are. There
 * is a text for each database and each set of names; of a list, for each length.
 */
export function compiledOnce<V extends object, Row>(
  build: (db: Db, values: V) => Compilable<Row>,
): (db: Db, values: V) => Promise<QueryResult<Row>> {
  const known = new WeakMap<DialectAdapter, Map<string, CompiledQuery<Row>>>()
  const compiledFor = (db: Db, values: V): CompiledQuery<Row> => {
    const { adapter } = db.getExecutor()
    const texts = known.get(adapter) ?? new Map<string, CompiledQuery<Row>>()
    const names = Object.keys(values).join()
    const compiled = texts.get(names) ?? build(db, placesFor(values)).compile()
    known.set(adapter, texts.set(names, compiled))
    return compiled
  }
  return async (db, values) => {
    const { sql, query, queryId, parameters } = compiledFor(db, values)
    const bound = parameters.map((parameter) => bind(parameter, values))
    return db.executeQuery<Row>({ sql, query, queryId, parameters: bound })
  }
}

function placesFor<V extends object>(values: V): V {
  const places = Object.keys(values).map((name) => [name, new Place(name)] as const)
  return (Array.isArray(values) ? places.map(([, place]) => place) : Object.fromEntries(places)) as V
}

function bind(parameter: unknown, values: object): unknown {
  if (!(parameter instanceof Place)) return parameter
  const value = (values as Readonly<Record<string, unknown>>)[parameter.name]
  // Kysely leaves such a column out; here its name has a place already.
  if (value === undefined) throw new Error(`${parameter.name} has no value: leave its name out, or give null`)
  return value
}
