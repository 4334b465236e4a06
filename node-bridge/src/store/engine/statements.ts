import { channel } from 'node:diagnostics_channel'

import { type Logger, sql } from 'kysely'

/** The text of each SQL statement that has run. Costs nothing while nobody listens; who wants to count subscribes before the database is opened. */
export const STATEMENTS = channel('accord:statement')

export const publishStatements = (): Logger | undefined =>
  STATEMENTS.hasSubscribers ? ({ query }) => STATEMENTS.publish(query.sql) : undefined

/**
 * A value that SQLite does not plan by. Where a bound value could decide the plan (beside ORDER BY, in LIMIT, for a
 * partial index) it prepares the statement anew at each run, which costs seven times as much as running it. For the same
 * reason the words that a partial index names stand in the statement as literals.
 */
export const boundText = (value: string) => sql<string>`cast(${value} as text)`
export const boundNumber = (value: number) => sql<number>`cast(${value} as bigint)`
