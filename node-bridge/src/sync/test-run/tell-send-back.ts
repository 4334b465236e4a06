import type { MessageClaims, TestedPlan } from '@accord/shared/schemas'

import { withPlan } from '../../trackers/record.ts'
import type { ReadRecord } from '../../trackers/tracker.ts'
import type { Planned } from '../incoming/plan-incoming.ts'
import { remoteOf } from '../incoming/remote-of.ts'
import type { Item } from '../items/item.ts'
import { type ReplicatedRecord, replicateRecord } from '../outgoing/replicate-record.ts'
import { concludeIncoming, notePlanned } from '../pairs/conclude-incoming.ts'
import { decideOutgoing } from '../pairs/decide-outgoing.ts'
import type { Inbound, SyncPair } from '../pairs/sync-pair.ts'
import { faultBy } from './failed-by.ts'
import type { Trial } from './trial.ts'

/** No record has this version, and no message this id. */
const AFTERWARDS = 'afterwards'

interface Tried {
  readonly item: Item
  readonly inbound: Inbound
  readonly claims: MessageClaims
  readonly read: ReadRecord
  readonly planned: Planned
}

/**
 * The outgoing draft, run over what the record would be once the plan is written: what of it would be sent back? Decided by the
 * same functions as in earnest; what rules of the instance make of the record nobody knows before.
 */
export async function tellSendBack(
  trial: Trial,
  { item, inbound, claims, read, planned }: Tried,
): Promise<TestedPlan['back']> {
  if ((read.kind !== 'record' && read.kind !== 'draft') || !('replica' in claims)) return { kind: 'nothing' }
  const { context, connection, answer } = trial
  const record = withPlan(
    read.record.key === '' ? { ...read.record, key: item.stored.pairId } : read.record,
    planned.write.plan,
  )
  const pair = pairAfter({ ...item.pair, inbound }, planned, claims, context.now().getTime())
  const content = await replicateRecord(context, { connection, item: { ...item, pair }, record, answer })
  if (!content) throw new Error('A draft has outgoing rules')
  if (content.kind === 'stopped') return { kind: 'stopped', reason: content.reason }
  if (content.kind === 'failed') return { kind: 'failed', fault: faultBy('outgoing', content.fault) }
  const changed = changedBy(pair, content.result, context.now().getTime())
  return changed.length === 0
    ? { kind: 'nothing' }
    : { kind: 'sends', changed: [...changed], replica: content.result.replica, theirs: claims.replica }
}

/** As the pair would be once this side is through with the message. */
function pairAfter(pair: SyncPair, { noted }: Planned, claims: MessageClaims, nowMs: number): SyncPair {
  const { ignored = [] } = noted.onceWritten ?? {}
  const { type, key } = 'key' in claims ? claims : { type: '', key: '' }
  const remote = pair.remote ?? remoteOf({ table: type, key, fields: {}, comments: [], files: [] })
  return concludeIncoming(
    { ...notePlanned(pair, noted), remote },
    { outcome: 'applied', record: remote, ignored, version: AFTERWARDS, asPlanned: true },
    nowMs,
  )
}

function changedBy(pair: SyncPair, result: ReplicatedRecord, nowMs: number): readonly string[] {
  const seen = { kind: 'record', version: AFTERWARDS, ...result, unlink: false } as const
  const decision = decideOutgoing({ ...pair, dirty: true }, seen, { mid: AFTERWARDS, nowMs })
  return decision.kind === 'send' && 'changed' in decision.message ? decision.message.changed : []
}
