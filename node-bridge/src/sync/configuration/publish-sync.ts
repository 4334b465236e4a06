import type { PublishedSync, PublishSyncRequest } from '@accord/shared/schemas'

import { recordAudit } from '../../audit/record-audit.ts'
import { orderedId } from '../../identifiers/ordered-id.ts'
import { enqueue } from '../../jobs/job-table.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import type { Db } from '../../store/engine/tables.ts'
import { findRunningCanary, highestTried } from '../../store/sync/rules-canaries.ts'
import { findRules, findTrigger, insertRules, type RulesRecord, saveTrigger } from '../../store/sync/sync-rules.ts'
import { forgetWordsOfRules } from '../../store/sync/unmapped-words.ts'
import { resumePairs } from '../items/resume-pairs.ts'
import { beginRetry } from '../quarantine/begin-retry.ts'
import type { CompiledRules, Direction } from '../rules/index.ts'
import { requireBasicRules } from './basic-mode.ts'
import { compileBoth, DIRECTIONS, faultsOf } from './check-scripts.ts'
import { checkTrigger } from './check-trigger.ts'
import type { ConfigurationContext } from './configuration-context.ts'
import { readConfiguration } from './read-configuration.ts'
import { digestOfScript } from './rules-versions.ts'
import { endDraft } from './save-draft.ts'

/**
 * Both scripts and the trigger become the ones that count, together: a side that sends what it cannot take back would be half
 * a configuration. Throws `connection_unknown`; `state_conflict` where somebody else has published since; `query_invalid`,
 * `access_missing`.
 */
export async function publishSync(
  context: ConfigurationContext,
  connectionId: string,
  request: PublishSyncRequest,
): Promise<PublishedSync> {
  const { database } = context
  const { table, trigger } = request
  const connection = await findConnection(database.db, connectionId)
  if (!connection) throw new Refusal('connection_unknown')
  await requireBasicRules(database.db, connection, request)
  await requireNewest(database.db, connectionId, request)
  // The page opens sync access right before it publishes.
  context.tables.askAnew()
  const compiled = await compileBoth(context, connectionId, request)
  const faults = faultsOf(compiled)
  if (faults.length > 0) return { faults, configuration: await readConfiguration(context, connectionId) }
  await checkTrigger(context, { table, query: trigger.query })
  await database.transaction((transaction) => write(context, transaction, connectionId, request, compiled))
  return { faults, configuration: await readConfiguration(context, connectionId) }
}

/** Optimistic locking: a publication that is not based on the newest versions is refused. */
export async function requireNewest(
  db: Db,
  connectionId: string,
  { table, basedOn }: Pick<PublishSyncRequest, 'table' | 'basedOn'>,
): Promise<void> {
  for (const direction of DIRECTIONS) {
    const newest = await findRules(db, { connectionId, table, direction })
    if ((newest?.version ?? 0) === basedOn[direction]) continue
    throw new Refusal(
      'state_conflict',
      `${newest?.publishedBy ?? 'Somebody'} has published the ${direction} script since this draft was begun. Compare both on the page, then keep what you have written or let it go.`,
    )
  }
}

async function write(
  context: ConfigurationContext,
  transaction: Db,
  connectionId: string,
  { table, trigger, mayWiden, note, actor, draft }: PublishSyncRequest,
  compiled: Readonly<Record<Direction, CompiledRules>>,
): Promise<void> {
  const at = context.now()
  const changed: Direction[] = []
  for (const direction of DIRECTIONS) {
    const name = { connectionId, table, direction }
    const before = await findRules(transaction, name)
    const rules = rulesOf(compiled[direction])
    if (before?.source === rules.source && before.mayWiden === mayWiden) continue
    if (await findRunningCanary(transaction, name))
      throw new Refusal('state_conflict', 'Scripts are tried on some pairs now: publish them or give them up first.')
    const version = Math.max(before?.version ?? 0, await highestTried(transaction, name, direction)) + 1
    const next: RulesRecord = { ...name, ...rules, version, mayWiden, publishedAt: at, publishedBy: actor, note }
    if (!(await insertRules(transaction, next))) throw new Refusal('retry_later')
    await forgetWordsOfRules(transaction, name)
    changed.push(direction)
  }
  const known = await findTrigger(transaction, connectionId, table)
  const id = known?.id ?? orderedId()
  const { query, isActive, history, notes } = trigger
  const isSame = known?.query === query && known.isActive === isActive && known.history === history
  if (!isSame || known.notes !== notes)
    await saveTrigger(transaction, { id, connectionId, table, ...trigger, changedAt: at, changedBy: actor })
  const sha256 = DIRECTIONS.map((direction) => `${direction} ${digestOf(compiled[direction])}`)
  const details = { table, query, isActive, history, mayWiden, sha256, ...(note !== '' && { note }) }
  await recordAudit(transaction, { at, actor, action: 'sync.published', subject: connectionId, details })
  await endDraft(transaction, { connectionId, table }, draft)
  await resumePairs(context, transaction, connectionId)
  await enqueue(transaction, 'contact', { connectionId }, at)
  // Other outgoing rules let go what the incoming ones hold, too.
  const direction = changed.includes('outgoing') ? 'outgoing' : changed[0]
  if (direction) await beginRetry(context, transaction, { connectionId, table, direction, cause: null, actor: null })
}

function rulesOf(compiled: CompiledRules): Pick<RulesRecord, 'source' | 'code'> {
  if (compiled.kind === 'failed') throw new Error('A script with a fault is never written')
  const { source, code } = compiled.rules.script
  return { source, code }
}

const digestOf = (compiled: CompiledRules): string => digestOfScript(rulesOf(compiled).source)
