import { createHash } from 'node:crypto'

import type { RulesVersion, RulesVersionRequest, RulesVersions, RulesVersionText } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { findVersion, listRules } from '../../store/sync/rules-history.ts'
import { listTallies, type Tally } from '../../store/sync/rules-tallies.ts'
import type { RulesRecord } from '../../store/sync/sync-rules.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { DIRECTIONS } from './check-scripts.ts'
import { configuredTable } from './read-configuration.ts'

/** Of each direction. */
const LISTED = 50

export const digestOfScript = (source: string): string => createHash('sha256').update(source).digest('hex')

/** What was published of a connection's scripts, the newest first, and what each version has done. Throws `connection_unknown`. */
export async function listRulesVersions(context: SyncContext, connectionId: string): Promise<RulesVersions> {
  const { database, tallies } = context
  const { db } = database
  if (!(await findConnection(db, connectionId))) throw new Refusal('connection_unknown')
  await tallies.save(database)
  const { table } = await configuredTable(db, connectionId)
  const done = await listTallies(db, connectionId, table)
  const listed = await Promise.all(
    DIRECTIONS.map((direction) => listRules(db, { connectionId, table, direction }, LISTED + 1)),
  )
  const versions = listed
    .flatMap((rules) => rules.slice(0, LISTED))
    .toSorted((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime() || other.version - one.version)
  return {
    versions: versions.map((rules) => described(rules, done)),
    hasOlder: listed.some(({ length }) => length > LISTED),
  }
}

function described(rules: RulesRecord, done: readonly Tally[]): RulesVersion {
  const { direction, version, publishedAt, publishedBy, note, mayWiden, source } = rules
  const tally = done.find((each) => each.direction === direction && each.version === version)
  return {
    direction,
    version,
    publishedAt: publishedAt.toISOString(),
    publishedBy,
    note,
    mayWiden,
    sha256: digestOfScript(source),
    tally: tally ? talliedOf(tally) : null,
  }
}

const talliedOf = ({ runs, writes, failures, firstAt, lastAt }: Tally) => ({
  runs,
  writes,
  failures,
  firstAt: firstAt.toISOString(),
  lastAt: lastAt.toISOString(),
})

/** The text of one version. Throws `connection_unknown`, `rules_version_unknown`. */
export async function readRulesVersion(
  { database: { db } }: SyncContext,
  connectionId: string,
  { direction, version }: RulesVersionRequest,
): Promise<RulesVersionText> {
  if (!(await findConnection(db, connectionId))) throw new Refusal('connection_unknown')
  const { table } = await configuredTable(db, connectionId)
  const rules = await findVersion(db, { connectionId, table, direction, version })
  if (!rules) throw new Refusal('rules_version_unknown')
  return { direction, version, source: rules.source }
}
