import { Refusal } from '../../refusals/refusal.ts'
import type { Item } from '../items/item.ts'
import { type ReplicatedRecord, replicateRecord } from '../outgoing/replicate-record.ts'
import { differing } from '../pairs/hashes.ts'
import { isKnownThere } from '../pairs/pair-state.ts'
import { failedBy } from './failed-by.ts'
import { itemOfKey, readRecordOf, refusalOf } from './subject-item.ts'
import type { TestOutcome, Trial } from './trial.ts'

/** What would be sent of our record? Throws what keeps it from being read. */
export async function testOutgoing(trial: Trial, table: string, key: string): Promise<TestOutcome> {
  const item = await itemOfKey(trial, table, key)
  const read = await readRecordOf(trial, item)
  if (read.kind === 'refused') throw refusalOf(read)
  if (read.kind !== 'record') throw new Refusal('record_gone', `There is no ${table} ${key}.`)
  const { context, connection, answer } = trial
  const content = await replicateRecord(context, { connection, item, record: read.record, answer })
  if (!content) throw new Error('A draft has outgoing rules')
  if (content.kind === 'stopped') return { kind: 'stopped', reason: content.reason }
  if (content.kind === 'failed') return failedBy('outgoing', content.fault)
  return replicaOf(item, content.result)
}

function replicaOf(
  { pair }: Item,
  { record, replica, comments, files, hashes, unlink }: ReplicatedRecord,
): TestOutcome {
  const { synced } = pair
  return {
    kind: 'replica',
    record: { key: record.key, url: record.url ?? null },
    replica,
    changed: isKnownThere(pair) ? differing(synced.paths, hashes.paths) : null,
    comments: comments.map(({ id, author, body, internal }) => ({
      author: author.name,
      body,
      isInternal: internal,
      isNew: synced.comments[id] !== hashes.comments[id],
    })),
    files: files.map(({ name, bytes }) => ({ name, bytes })),
    endsPair: unlink,
  }
}
