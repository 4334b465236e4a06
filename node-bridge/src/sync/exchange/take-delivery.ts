import type { ExchangeAnswer, Place, RefusedMessage, ResultClaims } from '@accord/shared/schemas'

import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { Db } from '../../store/engine/tables.ts'
import { lockPairs } from '../../store/sync/lock-pairs.ts'
import { findPairByName, type StoredPair } from '../../store/sync/sync-pairs.ts'
import { explainCircle } from '../items/find-ways.ts'
import { findIncomingTable, findTrigger } from '../../store/sync/sync-rules.ts'
import { passerUidOf } from '../items/ends.ts'
import { addItem, type Change, itemOf, saveItem } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { takeOverPair } from '../items/take-over-pair.ts'
import { untilSaved } from '../items/until-saved.ts'
import { incomingOf } from '../messages/message.ts'
import { receivedResultOf } from '../messages/result.ts'
import { answerOf, answerUnknown, pairFor } from '../pairs/answer-of.ts'
import { applyResult } from '../pairs/apply-result.ts'
import { noteReceived, noteRefused, noteSettled } from '../pairs/note-receipt.ts'
import { type Receipt, receiveMessage } from '../pairs/receive-message.ts'
import type { SyncPair } from '../pairs/sync-pair.ts'
import { sayOverShare } from '../items/over-share.ts'
import { measureRoom, type Room, WAIT_MS } from './peer-share.ts'
import { type NewResult, signResults } from './sign-results.ts'
import { type ReadMessage, readMessages, readResults, signTheRefused } from './read-delivery.ts'

/** What one side sends in an exchange. */
export type Delivery = Pick<ExchangeAnswer, 'messages' | 'results' | 'received' | 'settled' | 'refused'>

/** What has to be said to it. `results`: at once, for pairs that are not known here. */
export type Acknowledged = Pick<Delivery, 'received' | 'settled' | 'refused' | 'results'>

/** `retryAfterMs`: it has used up its share. */
export type Taken = Acknowledged & { readonly retryAfterMs?: number }

/**
 * What the other side sends, whichever way it came. Signatures are verified first; then everything is written in one
 * transaction, and what is wrong with one message touches no other. Throws `malformed` for a text of which nobody could say
 * what it is.
 */
export async function takeDelivery(
  context: SyncContext,
  connection: ConnectionRecord,
  delivery: Delivery,
): Promise<Taken> {
  const refused: RefusedMessage[] = []
  const messages = await readMessages(context, connection, delivery.messages, refused)
  const results = await readResults(context, connection, delivery.results)
  const resigned = await signTheRefused(context, connection, delivery.refused)
  const written = await context.database.transaction(async (transaction) => {
    await lockPairs(context.database, transaction, {
      connectionId: connection.id,
      ...pairsOf(delivery, results, messages),
    })
    const acknowledged = { received: [] as Place[], refused: [...refused], unknown: [] as NewResult[] }
    const room = await measureRoom(context, transaction, connection)
    const change = (pair: string, by: (pair: SyncPair) => SyncPair, more: More = () => ({})) =>
      changePair(context, transaction, connection, pair, by, more)
    for (const place of delivery.received) await change(place.pair, (pair) => noteReceived(pair, place))
    for (const place of delivery.settled) await change(place.pair, (pair) => noteSettled(pair, place))
    for (const { expected, ...each } of delivery.refused)
      await change(
        each.pair,
        (pair) => noteRefused(pair, { ...each, ...(expected && { expected }) }),
        async ({ outbound }, stored) => {
          if (each.code === 'loop')
            return { details: { outgoing: await explainCircle(transaction, connection, stored, 'known there') } }
          const text = resigned.get(each.pair)
          return text?.mid !== undefined && text.mid === outbound?.mid ? { outbound: text.text } : {}
        },
      )
    for (const result of results)
      await change(
        result.pair,
        (pair) => applyResult(pair, receivedResultOf(result)),
        () => ({ theirOutcome: result.outcome, ...(result.ignored && { theirIgnored: result.ignored }) }),
      )
    for (const message of messages) await takeMessage(context, transaction, { connection, message, acknowledged, room })
    return { ...acknowledged, room }
  })
  const { received, room } = written
  for (const over of room.over) await sayOverShare(context, connection, over)
  return {
    received,
    settled: results.map(settledOf),
    refused: written.refused,
    results: await signResults(context, connection, written.unknown),
    ...(room.over.size > 0 && { retryAfterMs: WAIT_MS }),
  }
}

/** That we are through with a result: its sender stops repeating it. */
const settledOf = ({ pair, epoch, peerEpoch, seq, outcome, ...rest }: ResultClaims): Delivery['settled'][number] => ({
  pair,
  epoch,
  peerEpoch,
  seq,
  outcome,
  ...(rest.class && { class: rest.class }),
})

/** What else is written with the pair that `by` has made. */
type More = (pair: SyncPair, stored: StoredPair) => Partial<Change> | Promise<Partial<Change>>

const changePair = (
  context: SyncContext,
  transaction: Db,
  { id }: ConnectionRecord,
  name: string,
  by: (pair: SyncPair) => SyncPair,
  more: More,
): Promise<true> =>
  untilSaved(async () => {
    const stored = await findPairByName(transaction, id, name)
    if (!stored) return true
    const item = itemOf(stored, context.epoch)
    const pair = by(item.pair)
    const change = { ...(await more(pair, stored)), pair }
    if (pair === stored.pair && change.outbound === undefined) return true
    return saveItem(context, transaction, item, change)
  })

/** Of all pairs that a delivery may write. */
const pairsOf = (
  { received, settled, refused }: Delivery,
  results: readonly { readonly pair: string }[],
  messages: readonly ReadMessage[],
): { readonly names: readonly string[]; readonly remoteKeys: readonly string[] } => ({
  names: [...received, ...settled, ...refused, ...results, ...messages.map(({ claims }) => claims)].map(
    ({ pair }) => pair,
  ),
  // Another pair may hold a record with which one begins, and then loses it (`takeOverPair`).
  remoteKeys: messages.flatMap(({ claims }) => (claims.kind === 'state' && claims.seq === 1 ? [claims.key] : [])),
})

interface Taking {
  readonly room: Room
  readonly connection: ConnectionRecord
  readonly message: ReadMessage
  readonly acknowledged: {
    readonly received: Place[]
    readonly refused: RefusedMessage[]
    readonly unknown: NewResult[]
  }
}

async function takeMessage(
  context: SyncContext,
  transaction: Db,
  { connection, message, acknowledged, room }: Taking,
): Promise<void> {
  const { pair, epoch, peerEpoch, seq } = message.claims
  const place = { pair, epoch, peerEpoch, seq }
  const table = await findIncomingTable(transaction, connection.id)
  // Nobody has said yet what shall become of it, or the connection rests.
  if (connection.state !== 'active' || table === undefined)
    return void acknowledged.refused.push({ ...place, code: 'retry_later' })
  const { receipt, isKnown } = await storeMessage(context, transaction, { connection, message, table, room })
  if (receipt.kind === 'refused') {
    const { code, expected } = receipt
    acknowledged.refused.push({ ...place, code, ...(expected && { expected }) })
    return
  }
  acknowledged.received.push(place)
  const result = isKnown ? undefined : answerOf(receipt.pair)
  if (result && receipt.kind === 'repeated') acknowledged.unknown.push({ pair, result })
}

interface Storing extends Pick<Taking, 'connection' | 'message' | 'room'> {
  /** Of a pair that begins with this message. */
  readonly table: string
}

function storeMessage(
  context: SyncContext,
  transaction: Db,
  { connection, message: { claims, text }, table, room }: Storing,
): Promise<{ readonly receipt: Receipt; readonly isKnown: boolean }> {
  const incoming = incomingOf(claims, context.hashKey)
  const { id, side } = connection
  return untilSaved(async () => {
    const stored = await findPairByName(transaction, id, claims.pair)
    const item = stored && itemOf(stored, context.epoch)
    // A record that stood here before has comments of its own.
    const trigger = !item && claims.kind === 'link' ? await findTrigger(transaction, id, table) : undefined
    const known = item?.pair ?? pairFor(incoming, { side, epoch: context.epoch, history: trigger?.history })
    const received = receiveMessage(known, incoming, passerUidOf(context.identity, connection))
    const receipt = item ? received : answerUnknown(received, incoming)
    if (receipt.kind === 'stored' && !room.take(claims, !item))
      return { receipt: { kind: 'refused', code: 'retry_later', pair: known }, isKnown: true }
    const change: Change = { pair: receipt.pair, ...(receipt.kind === 'stored' && { inbound: text }) }
    if (item) return (await saveItem(context, transaction, item, change)) && { receipt, isKnown: true }
    if (receipt.kind !== 'stored') return { receipt, isKnown: false }
    const over =
      claims.kind === 'state' ? await takeOverPair(context, transaction, connection, incoming.record) : undefined
    if (over === 'contended') return false
    const pair = over ? { ...receipt.pair, isComparing: true as const, sendsAll: true as const } : receipt.pair
    const added = { table, ...change, ...over, pair, connectionId: id, pairId: claims.pair }
    return (await addItem(context, transaction, added)) && { receipt, isKnown: false }
  })
}
