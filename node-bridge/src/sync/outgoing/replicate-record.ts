import type { SyncComment } from '@accord/shared/schemas'

import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import type { LocalRecord } from '../../trackers/record.ts'
import { findRulesOf, runnableOf } from '../configuration/runnable-rules.ts'
import { endUidOf, peerUidOf } from '../items/ends.ts'
import type { RanRules } from '../items/ran-rules.ts'
import type { Item } from '../items/item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { isTheirs, withdrawnFiles } from '../pairs/brought-entries.ts'
import { hashState } from '../pairs/hash-state.ts'
import type { RecordContent } from '../pairs/message-content.ts'
import type { StateHashes, SyncPair } from '../pairs/sync-pair.ts'
import { type RulesOutcome, runOutgoing, type Surroundings, type Replicated } from '../rules/index.ts'
import type { Answerer } from '../../sandbox/index.ts'
import { withoutSteps } from '../steps/without-steps.ts'
import { findSyncedWith } from './synced-with.ts'
import { withoutHistory } from './comment-history.ts'

export interface ReplicatedRecord extends RecordContent {
  readonly hashes: StateHashes
  readonly unlink: boolean
}

/** What rules see beside the record. */
export const surroundingsOf = (
  { name, localShortName, remoteShortName }: ConnectionRecord,
  pair: SyncPair,
  { now, mayWiden, syncedWith }: Pick<Surroundings, 'mayWiden' | 'syncedWith'> & { readonly now: Date },
): Surroundings => ({
  connection: { name, local: localShortName, remote: remoteShortName },
  now: now.toISOString(),
  firstSync: pair.state === 'starting' || pair.state === 'declined',
  ...(pair.remote && {
    remote: { key: pair.remote.key, ...(pair.remote.url !== undefined && { url: pair.remote.url }) },
  }),
  syncedWith,
  mayWiden,
})

export interface Replication {
  readonly connection: ConnectionRecord
  readonly item: Item
  readonly record: LocalRecord
  readonly answer: Answerer
}

/** Our record as our outgoing rules replicate it; undefined where this side has published none, and sends nothing. */
export async function replicateRecord(
  context: SyncContext,
  { connection, item, record, answer }: Replication,
): Promise<(RulesOutcome<ReplicatedRecord> & { readonly ranRules: RanRules }) | undefined> {
  const { sandbox, now } = context
  const rules = await findRulesOf(context, item.stored, 'outgoing')
  if (!rules) return undefined
  const syncedWith = await findSyncedWith(context, item.stored, rules)
  const surroundings = surroundingsOf(connection, item.pair, { now: now(), mayWiden: rules.mayWiden, syncedWith })
  const running = { answer: withoutSteps(answer), owner: connection.id }
  const shown = withoutHistory(record, item)
  const outcome = await runOutgoing(sandbox, runnableOf(rules), { record: shown, ...surroundings }, running)
  const ranRules = { direction: rules.direction, version: rules.version }
  return outcome.kind === 'done'
    ? { ...outcome, ranRules, result: contentOf(context, connection, item, outcome.result) }
    : { ...outcome, ranRules }
}

function contentOf(
  { hashKey, identity }: SyncContext,
  connection: ConnectionRecord,
  { stored, pair }: Item,
  replicated: Replicated,
): ReplicatedRecord {
  const { replica } = replicated
  const { type, key, url } = replicated.record
  const record = { type, key, ...(url !== undefined && { url }) }
  const end = endUidOf(identity, connection)
  const ofThisEnd = <Entry extends { readonly id: string }>(entry: Entry): Entry => ({
    ...entry,
    id: idAtEnd(entry.id, identity.instanceUid, end),
  })
  const ends = { end, peer: peerUidOf(identity, connection) }
  const files = eachOnce(replicated.files.map(ofThisEnd)).filter(({ id }) => !isTheirs(pair, 'files', id, ends))
  const comments = eachOnce(onceInternal(replicated.comments.map(ofThisEnd))).filter(
    ({ id }) => !isTheirs(pair, 'comments', id, ends),
  )
  const known = hashState({ replica, comments, files }, hashKey, stored.pairId)
  const hashes = { ...known, files: { ...known.files, ...withdrawnFiles(pair, known.files, ends) } }
  return { record, replica, comments, files, hashes, unlink: replicated.unlink }
}

/** A script may name an entry twice; a message does not (PROTOCOL.md §11.4). What it says last counts. */
const eachOnce = <Entry extends { readonly id: string }>(entries: readonly Entry[]): readonly Entry[] => [
  ...new Map(entries.map((entry) => [entry.id, entry])).values(),
]

/** One that is called internal at one place and visible at another is internal. */
function onceInternal(comments: readonly SyncComment[]): readonly SyncComment[] {
  const internal = new Set(comments.filter((comment) => comment.internal).map(({ id }) => id))
  return comments.map((comment) => (internal.has(comment.id) ? { ...comment, internal: true } : comment))
}

/** The id of an entry as the other side of `end` knows it: the tracker names what is its own by the node's uid. */
export const idAtEnd = (id: string, instanceUid: string, end: string): string =>
  id.startsWith(`${instanceUid}:`) ? `${end}${id.slice(instanceUid.length)}` : id
