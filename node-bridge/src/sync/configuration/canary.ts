import type {
  BeginCanaryRequest,
  BegunCanary,
  CanaryPairView,
  CanaryView,
  EndCanaryRequest,
} from '@accord/shared/schemas'

import { recordAudit } from '../../audit/record-audit.ts'
import { orderedId } from '../../identifiers/ordered-id.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import type { Db } from '../../store/engine/tables.ts'
import { type CanaryPair, forgetCanaryPairs, listCanaryPairs } from '../../store/sync/canary-pairs.ts'
import {
  findLastCanary,
  findRunningCanary,
  highestTried,
  insertCanary,
  lockCanary,
  type RulesCanary,
  type TriedRules,
} from '../../store/sync/rules-canaries.ts'
import { findRules } from '../../store/sync/sync-rules.ts'
import type { SyncContext } from '../items/sync-context.ts'
import type { CompiledRules, Direction } from '../rules/index.ts'
import { requireBasicRules } from './basic-mode.ts'
import { compileBoth, DIRECTIONS, faultsOf } from './check-scripts.ts'
import type { ConfigurationContext } from './configuration-context.ts'
import { concludeCanary, settleCanaries } from './conclude-canary.ts'
import { openCanaryDetail } from './canary-detail.ts'
import { requireNewest } from './publish-sync.ts'
import { configuredTable } from './read-configuration.ts'
import { digestOfScript } from './rules-versions.ts'

/** The one that runs, or ran last. Throws `connection_unknown`. */
export async function readCanary(context: SyncContext, connectionId: string): Promise<CanaryView> {
  const { db } = context.database
  if (!(await findConnection(db, connectionId))) throw new Refusal('connection_unknown')
  const { table } = await configuredTable(db, connectionId)
  const canary = await findLastCanary(db, { connectionId, table })
  if (!canary) return { canary: null }
  const { state, tried, ofPairs, mostFailures, beganAt, beganBy, endedAt, endedBy } = canary
  const both = Object.values(tried)
  const pairs = await listCanaryPairs(db, canary.id)
  return {
    canary: {
      state,
      versions: both.map(({ rules: { direction, version }, before }) => ({ direction, version, before })),
      note: both[0]?.rules.note ?? '',
      mayWiden: both.some(({ rules }) => rules.mayWiden),
      ofPairs,
      mostFailures,
      beganAt: beganAt.toISOString(),
      beganBy,
      endedAt: endedAt?.toISOString() ?? null,
      endedBy,
      pairs: pairs.map((pair) => viewOf(context, pair)),
    },
  }
}

const viewOf = ({ vault }: SyncContext, pair: CanaryPair): CanaryPairView => {
  const { itemId, key, outcome, code } = pair
  const { message = '', line = null, script = null } = openCanaryDetail(vault, pair)
  return { itemId, key, outcome, code, message, script, line }
}

/**
 * The next pairs that have something to do run by these scripts. Throws `connection_unknown`; `state_conflict` where somebody has
 * published since, nothing was published yet, nothing differs, or others are tried already.
 */
export async function beginCanary(
  context: ConfigurationContext,
  connectionId: string,
  request: BeginCanaryRequest,
): Promise<BegunCanary> {
  const { database } = context
  const connection = await findConnection(database.db, connectionId)
  if (!connection) throw new Refusal('connection_unknown')
  await requireBasicRules(database.db, connection, request)
  await requireNewest(database.db, connectionId, request)
  const compiled = await compileBoth(context, connectionId, request)
  const faults = faultsOf(compiled)
  if (faults.length > 0) return { faults, canary: null }
  await database.transaction((transaction) => insert(context, transaction, connectionId, request, compiled))
  return { faults, ...(await readCanary(context, connectionId)) }
}

async function insert(
  { now }: SyncContext,
  transaction: Db,
  connectionId: string,
  { table, pairs, failures, actor, ...request }: BeginCanaryRequest,
  compiled: Readonly<Record<Direction, CompiledRules>>,
): Promise<void> {
  const at = now()
  const tried: Partial<Record<Direction, TriedRules>> = {}
  for (const direction of DIRECTIONS) {
    const each = await triedOf(
      transaction,
      { connectionId, table, direction },
      { ...request, actor, at },
      compiled[direction],
    )
    if (each) tried[direction] = each
  }
  if (Object.keys(tried).length === 0)
    throw new Refusal('state_conflict', 'These scripts are the ones that are published: there is nothing to try.')
  await forgetCanaryPairs(transaction, { connectionId, table })
  const canary: RulesCanary = {
    id: orderedId(at),
    connectionId,
    table,
    tried,
    ofPairs: pairs,
    mostFailures: failures,
    state: 'running',
    beganAt: at,
    beganBy: actor,
    endedAt: null,
    endedBy: null,
  }
  if (!(await insertCanary(transaction, canary)))
    throw new Refusal(
      'state_conflict',
      'Other scripts are tried on some pairs now: publish them or give them up first.',
    )
  const sha256 = Object.values(tried).map(({ rules }) => `${rules.direction} ${digestOfScript(rules.source)}`)
  const details = { table, pairs, failures, sha256, mayWiden: request.mayWiden }
  await recordAudit(transaction, { at, actor, action: 'sync.canaryBegan', subject: connectionId, details })
}

interface Author extends Pick<BeginCanaryRequest, 'mayWiden' | 'note' | 'actor'> {
  readonly at: Date
}

async function triedOf(
  transaction: Db,
  name: { readonly connectionId: string; readonly table: string; readonly direction: Direction },
  { mayWiden, note, actor, at }: Author,
  compiled: CompiledRules,
): Promise<TriedRules | undefined> {
  if (compiled.kind === 'failed') throw new Error('A script with a fault is never tried')
  const before = await findRules(transaction, name)
  const { source, code } = compiled.rules.script
  if (!before)
    throw new Refusal('state_conflict', 'Nothing is published yet beside which these scripts could be tried.')
  if (before.source === source && before.mayWiden === mayWiden) return undefined
  const version = Math.max(before.version, await highestTried(transaction, name, name.direction)) + 1
  const rules = { ...name, version, source, code, mayWiden, note, publishedAt: at, publishedBy: actor }
  return { rules, before: before.version }
}

/** A person decides before it ends by itself. Throws `connection_unknown`; `state_conflict` where nothing is tried now. */
export async function endCanaryByHand(
  context: SyncContext,
  connectionId: string,
  { decision, actor }: EndCanaryRequest,
): Promise<CanaryView> {
  const { database } = context
  if (!(await findConnection(database.db, connectionId))) throw new Refusal('connection_unknown')
  const { table } = await configuredTable(database.db, connectionId)
  await database.transaction(async (transaction) => {
    const canary = await findRunningCanary(transaction, { connectionId, table })
    if (!canary || !(await lockCanary(transaction, canary.id)))
      throw new Refusal('state_conflict', 'No scripts are tried on some pairs now.')
    const state = decision === 'publish' ? 'promoted' : 'fell_back'
    await concludeCanary(context, transaction, canary, { state, by: actor })
  })
  await settleCanaries(context)
  return readCanary(context, connectionId)
}
