import { hasTrait } from '@accord/shared/protocol'
import type { CandidatePage, CandidatesRequest, Replica } from '@accord/shared/schemas'

import { isRefusal, Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findSharedConnection } from '../../store/connections/connections.ts'
import { findConfiguredTable, findTrigger, type TriggerRecord } from '../../store/sync/sync-rules.ts'
import type { LocalRecord } from '../../trackers/record.ts'
import type { Tracker } from '../../trackers/tracker.ts'
import { emptyPair } from '../items/empty-pair.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { replicateRecord } from '../outgoing/replicate-record.ts'
import { startPair } from '../pairs/sync-pair.ts'
import { answererOf } from '../worker/answerer.ts'
import { hashValues } from './hash-values.ts'
import { readFree } from './read-free.ts'

export interface Asked extends SyncContext {
  readonly tracker: Tracker | undefined
}

/** It is never stored: no pair has this id. */
const NO_PAIR = '00000000-0000-4000-8000-000000000000'

/** The other side asks, PROTOCOL.md §11.13. Throws `connection_unknown`, `connection_gone`, and as `tellPage`. */
export async function tellCandidates(
  context: Asked,
  sharedId: string,
  request: CandidatesRequest,
): Promise<CandidatePage> {
  const connection = await findSharedConnection(context.database.db, sharedId)
  if (!connection) throw new Refusal('connection_unknown')
  if (hasTrait(connection.state, 'gone')) throw new Refusal('connection_gone')
  return tellPage(context, connection, request)
}

/**
 * Only records that our own active condition means, and of them only what our rules would send of each: the other side learns of
 * nothing here that would not reach it anyway. Throws `retry_later` while the connection rests, `state_conflict` where nothing is
 * sent from here, `too_many_requests`.
 */
export async function tellPage(
  { tracker, ...context }: Asked,
  connection: ConnectionRecord,
  { key, paths, after }: CandidatesRequest,
): Promise<CandidatePage> {
  if (connection.state !== 'active' || !tracker) throw new Refusal('retry_later', 'The connection rests.')
  const trigger = await findOwnTrigger(context, connection.id)
  const retryAfterS = context.share.hashes.take(connection.id, context.now().getTime())
  if (retryAfterS !== undefined) throw new Refusal('too_many_requests', undefined, { retryAfterS })
  const { table, query } = trigger
  const hashOf = async (record: LocalRecord) => {
    const sent = await replicate({ ...context, tracker }, connection, record)
    return sent && hashValues(key, valuesAt(paths, sent.replica, sent.key))
  }
  try {
    return await readFree(context, tracker, { connectionId: connection.id, table, query, after }, hashOf)
  } catch (error) {
    // What our tracker says is no word for the other company.
    if (!isRefusal(error)) throw error
    throw new Refusal('retry_later', 'This side cannot list its records now.', { cause: error })
  }
}

async function findOwnTrigger({ database: { db } }: SyncContext, connectionId: string): Promise<TriggerRecord> {
  const table = await findConfiguredTable(db, connectionId)
  const trigger = table === undefined ? undefined : await findTrigger(db, connectionId, table)
  if (!trigger?.isActive) throw new Refusal('state_conflict', 'No condition that is active says here what is sent.')
  return trigger
}

/** As our rules would send it in the first message of its pair; undefined where they send nothing of it. */
async function replicate(
  { tracker, ...context }: Asked & { readonly tracker: Tracker },
  connection: ConnectionRecord,
  record: LocalRecord,
): Promise<{ readonly replica: Replica; readonly key: string } | undefined> {
  const pair = startPair({ side: connection.side, epoch: context.epoch })
  const stored = emptyPair({ connectionId: connection.id, pairId: NO_PAIR, table: record.table, pair }, context.now())
  const answer = answererOf(context, tracker)(connection)
  const content = await replicateRecord(context, { connection, item: { pair, stored }, record, answer })
  return content?.kind === 'done' ? { replica: content.result.replica, key: content.result.record.key } : undefined
}

function valuesAt(paths: readonly string[], { customKeys, ...members }: Replica, key: string): readonly unknown[] {
  return paths.map((path) => {
    if (path === 'key') return key
    const [first = '', second] = path.split('/').slice(1).map(unescaped)
    const [from, name] = second === undefined ? [members, first] : [customKeys, second]
    return Object.hasOwn(from, name) ? (from as Readonly<Record<string, unknown>>)[name] : undefined
  })
}

/** RFC 6901. */
const unescaped = (name: string): string => name.replaceAll('~1', '/').replaceAll('~0', '~')
