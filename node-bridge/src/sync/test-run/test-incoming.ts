import { HUB_OBJECT_VERSIONS } from '@accord/shared/protocol'
import type { MessageClaims, Replica, TestSubject } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import { findKept } from '../../store/sync/kept-messages.ts'
import { findStoredPair } from '../../store/sync/sync-pairs.ts'
import type { Outcome } from '../../sandbox/index.ts'
import type { ReadRecord } from '../../trackers/tracker.ts'
import { findTarget } from '../incoming/find-target.ts'
import { planIncoming } from '../incoming/plan-incoming.ts'
import { inboundMessageOf, messageOf } from '../items/inbound-message.ts'
import { type Item, itemOf } from '../items/item.ts'
import { keptTextOf } from '../items/keep-messages.ts'
import { incomingOf } from '../messages/message.ts'
import { retryIncoming } from '../pairs/conclude-incoming.ts'
import type { ExplainedConclusion } from '../incoming/explain.ts'
import type { Inbound } from '../pairs/sync-pair.ts'
import { stopReasonOf } from '../rules/index.ts'
import { describePlan } from './describe-plan.ts'
import { failedAs } from './failed-by.ts'
import { tellSendBack } from './tell-send-back.ts'
import { itemOfKey, readRecordOf, refusalOf } from './subject-item.ts'
import type { TestOutcome, Trial } from './trial.ts'

/** What the other record is called where there is none. */
const TEST_KEY = 'TEST-1'

type Incoming = Exclude<TestSubject, { kind: 'record' }>

interface Arrived {
  readonly item: Item
  readonly claims: MessageClaims
  readonly inbound: Inbound
}

/** What would be written for a message? `last`: what the incoming draft did, once it has run. */
export async function testIncoming(
  trial: Trial,
  table: string,
  subject: Incoming,
  last: () => Outcome | undefined,
): Promise<TestOutcome> {
  const { context, connection, tracker, answer } = trial
  const arrived = await arrivedBy(trial, table, subject)
  const target = await findTarget(context, tracker, arrived.item)
  const read: ReadRecord = 'stored' in target ? await readRecordOf(trial, target) : target
  if (read.kind === 'refused') throw refusalOf(read)
  const item = 'stored' in target ? target : arrived.item
  const planning = await planIncoming(context, { ...arrived, connection, item, read, answer })
  if (planning.kind === 'planned') {
    const back = await tellSendBack(trial, { ...arrived, item, read, planned: planning })
    const isAfterDeletion = arrived.inbound.kind === 'delete'
    return { ...(await describePlan(context, table, read, planning, isAfterDeletion)), back }
  }
  if (planning.kind === 'waiting') throw new Error('A draft has incoming rules')
  return concludedOf(planning.conclusion, last())
}

function concludedOf(conclusion: ExplainedConclusion, last: Outcome | undefined): TestOutcome {
  if (conclusion.outcome === 'quarantined') return failedAs(conclusion.code, conclusion.detail ?? {}, conclusion.paths)
  if (conclusion.outcome === 'stopped')
    return { kind: 'stopped', reason: last?.kind === 'stopped' ? stopReasonOf(last.text) : '' }
  return { kind: 'nothing' }
}

function arrivedBy(trial: Trial, table: string, subject: Incoming): Promise<Arrived> {
  switch (subject.kind) {
    case 'replica':
      return byHand(trial, table, subject)
    case 'deletion':
      return asDeleted(trial, table, subject.key)
    case 'message':
      return subject.messageId === undefined
        ? waiting(trial, subject.itemId)
        : kept(trial, subject.itemId, subject.messageId)
  }
}

/** The message that waits in a pair, for a person or for its turn. */
async function waiting({ context, connection }: Trial, itemId: string): Promise<Arrived> {
  const stored = await findStoredPair(context.database.db, itemId)
  if (!stored || stored.connectionId !== connection.id) throw new Refusal('sync_pair_unknown')
  const item = itemOf(stored, context.epoch)
  const claims = inboundMessageOf(context.vault, stored)
  const { inbound } = retryIncoming(item.pair)
  if (!claims || !inbound) throw new Refusal('state_conflict', 'No message of the other side waits in this pair now.')
  return { item, claims, inbound }
}

/** A message that this side is through with, as if it came now. */
async function kept({ context, connection }: Trial, itemId: string, messageId = ''): Promise<Arrived> {
  const { db } = context.database
  const [stored, message] = await Promise.all([findStoredPair(db, itemId), findKept(db, itemId, messageId)])
  if (!stored || stored.connectionId !== connection.id) throw new Refusal('sync_pair_unknown')
  const claims = message && messageOf(keptTextOf(context, message))
  if (!claims || claims.kind === 'unlink')
    throw new Refusal('state_conflict', 'This message is not kept any more, or it has ended the pair.')
  const { changed, ...incoming } = incomingOf(claims, context.hashKey)
  const inbound = { ...incoming, phase: 'waiting', changed, written: {} } as const
  const item = itemOf(stored, context.epoch)
  return { item: { ...item, pair: { ...item.pair, inbound } }, claims, inbound }
}

/** As if the other side had sent this replica now, with every path changed. */
async function byHand(
  trial: Trial,
  table: string,
  { replica, key }: Extract<Incoming, { kind: 'replica' }>,
): Promise<Arrived> {
  const item = await itemOfKey(trial, table, key)
  const claims = claimsOf(trial, item, replica)
  const { changed: _, ...incoming } = incomingOf(claims, trial.context.hashKey)
  const inbound = { ...incoming, phase: 'waiting', changed: Object.keys(incoming.hashes.paths), written: {} } as const
  return {
    item: { ...item, pair: { ...item.pair, inbound } },
    claims: { ...claims, changed: inbound.changed },
    inbound,
  }
}

/** As if the record of the other side had been deleted now. */
async function asDeleted(trial: Trial, table: string, key: string): Promise<Arrived> {
  const item = await itemOfKey(trial, table, key)
  const claims = { ...placeOf(trial, item), kind: 'delete' } as const
  const inbound = { ...incomingOf(claims, trial.context.hashKey), phase: 'waiting', written: {} } as const
  return { item: { ...item, pair: { ...item.pair, inbound } }, claims, inbound }
}

/** A message that nobody has signed, and that leaves this function for nowhere. */
const claimsOf = (trial: Trial, item: Item, replica: Replica): Extract<MessageClaims, { kind: 'state' }> => ({
  ...placeOf(trial, item),
  kind: 'state',
  type: item.pair.remote?.type ?? item.stored.table,
  key: item.pair.remote?.key ?? TEST_KEY,
  changed: [],
  replica,
  comments: [],
  files: [],
})

const placeOf = ({ connection, context: { identity, now } }: Trial, { pair, stored }: Item) => ({
  iss: identity.instanceUid,
  aud: identity.instanceUid,
  connectionId: connection.id,
  iat: Math.floor(now().getTime() / 1000),
  pair: stored.pairId,
  epoch: pair.epochs.theirs,
  peerEpoch: pair.epochs.ours,
  seq: pair.doneSeq + 1,
  mid: stored.pairId,
  ack: pair.sentSeq,
  via: [],
  om: HUB_OBJECT_VERSIONS.max,
})
