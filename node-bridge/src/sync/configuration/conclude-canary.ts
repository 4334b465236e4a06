import { recordAudit } from '../../audit/record-audit.ts'
import type { Db } from '../../store/engine/tables.ts'
import { listCanaryPairs } from '../../store/sync/canary-pairs.ts'
import { lockPairs } from '../../store/sync/lock-pairs.ts'
import { endCanary, listUnsettledCanaries, type RulesCanary, settleCanary } from '../../store/sync/rules-canaries.ts'
import { findStoredPair } from '../../store/sync/sync-pairs.ts'
import { findRules, insertRules } from '../../store/sync/sync-rules.ts'
import { forgetWordsOfRules } from '../../store/sync/unmapped-words.ts'
import { itemOf, saveItem } from '../items/item.ts'
import { resumePairs } from '../items/resume-pairs.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { markDirty } from '../pairs/change-pair.ts'
import { retryIncoming } from '../pairs/conclude-incoming.ts'
import { beginRetry } from '../quarantine/begin-retry.ts'
import { endDraft } from './save-draft.ts'

/** In the log, where nobody has decided. */
const ITSELF = 'accord'

interface Decision {
  readonly state: 'promoted' | 'fell_back'
  /** Undefined where it ends by itself. */
  readonly by?: string
}

/**
 * The scripts that were tried count for all pairs from here on, or for none. Where others were published meanwhile, they count.
 * What its pairs do then comes in a transaction of its own, `settleCanaries`: whoever is here holds rows of pairs.
 */
export async function concludeCanary(
  context: SyncContext,
  transaction: Db,
  canary: RulesCanary,
  { state: wanted, by }: Decision,
): Promise<void> {
  const at = context.now()
  const { id, connectionId, table, tried } = canary
  const state = wanted === 'promoted' && !(await publishTried(transaction, canary, at)) ? 'superseded' : wanted
  if (!(await endCanary(transaction, id, { state, by: by ?? null, at }))) return
  const pairs = await listCanaryPairs(transaction, id)
  const count = (outcome: string) => pairs.filter((pair) => pair.outcome === outcome).length
  const versions = Object.values(tried).map(({ rules: { direction, version } }) => `${direction} ${version}`)
  const details = {
    table,
    versions,
    state,
    passed: count('passed'),
    failed: count('failed'),
    asBefore: count('as_before'),
  }
  const action = state === 'promoted' ? 'sync.canaryPromoted' : 'sync.canaryFellBack'
  await recordAudit(transaction, { at, actor: by ?? ITSELF, action, subject: connectionId, details })
}

/** False where others than those beside which they were tried are published. */
async function publishTried(transaction: Db, { connectionId, table, tried }: RulesCanary, at: Date): Promise<boolean> {
  for (const { rules, before } of Object.values(tried))
    if ((await findRules(transaction, rules))?.version !== before) return false
  for (const { rules } of Object.values(tried)) {
    await insertRules(transaction, { ...rules, publishedAt: at })
    await forgetWordsOfRules(transaction, rules)
  }
  // One that says more, such as another condition, is somebody's work and stays.
  await endDraft(transaction, { connectionId, table }, null)
  return true
}

/** Pairs of what has ended go on by what counts now. Safe to repeat: whoever died in between is followed by somebody. */
export async function settleCanaries(context: SyncContext): Promise<void> {
  for (const canary of await listUnsettledCanaries(context.database.db))
    await context.database.transaction((transaction) => settle(context, transaction, canary))
}

async function settle(context: SyncContext, transaction: Db, canary: RulesCanary): Promise<void> {
  const { id, connectionId, table, state, tried } = canary
  if (state === 'promoted') {
    await resumePairs(context, transaction, connectionId)
    const direction = tried.outgoing ? 'outgoing' : 'incoming'
    await beginRetry(context, transaction, { connectionId, table, direction, cause: null, actor: null })
  } else {
    const ids = (await listCanaryPairs(transaction, id)).map(({ itemId }) => itemId)
    await lockPairs(context.database, transaction, { ids })
    for (const itemId of ids) await goBack(context, transaction, itemId)
  }
  await settleCanary(transaction, id)
}

/** What was sent by the scripts that were given up is sent by those of before, and what they have held is tried again. */
async function goBack(context: SyncContext, transaction: Db, itemId: string): Promise<void> {
  const stored = await findStoredPair(transaction, itemId)
  if (!stored) return
  const item = itemOf(stored, context.epoch)
  const pair = retryIncoming(markDirty(item.pair))
  await saveItem(context, transaction, item, { pair, cause: 'rules' })
}
