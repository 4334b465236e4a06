import type { Finding } from '@accord/shared/schemas'
import type { Logger } from 'pino'

import type { Database } from '../store/engine/database.ts'
import { findSchemaFlaws, tellFlaw } from '../store/engine/foreign-objects.ts'

/** As many as a person would read in one sentence. */
const NAMED = 20

/** At the start: finds tables, columns and triggers that no migration of ours has made. The node starts, and reports them in its log and status. */
export async function verifySchema({ db, dialect }: Database, log: Logger): Promise<Finding[]> {
  const flaws = await findSchemaFlaws(db, dialect)
  if (flaws.length === 0) return []
  const named = flaws.slice(0, NAMED).map(tellFlaw).join(', ')
  const detail = `The schema of the database is not the one that Accord makes: ${named}.`
  log.error({ flaws: flaws.length }, detail)
  const remedy =
    'Find out who made it. Drop what nobody of yours has made, after a look at what it does; if none of you has, the password of the database is known to somebody else.'
  return [{ code: 'schema', state: 'warning', detail, remedy }]
}
