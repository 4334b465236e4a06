import type { ShadowedPair } from '@accord/shared/schemas'

import type { LocalRecord } from '../../trackers/record.ts'
import type { ReadRecord } from '../../trackers/tracker.ts'
import type { ConfigurationContext } from '../configuration/configuration-context.ts'
import { endUidOf } from '../items/ends.ts'
import type { Item } from '../items/item.ts'
import { idAtEnd, type ReplicatedRecord, replicateRecord } from '../outgoing/replicate-record.ts'
import { differing } from '../pairs/hashes.ts'
import type { StateHashes } from '../pairs/sync-pair.ts'
import { faultBy, faultOf } from './failed-by.ts'
import type { Trial } from './trial.ts'

/** What the draft sends of a record beside what is sent by the rules of today; where there are none, beside what the other side has. */
export async function shadowOutgoing(
  published: ConfigurationContext,
  trial: Trial,
  item: Item,
  read: ReadRecord,
): Promise<ShadowedPair['outgoing']> {
  if (read.kind === 'refused')
    return { kind: 'fails', asToday: true, fault: faultOf(read.code, { script: 'outgoing', message: read.message }) }
  if (read.kind !== 'record') return null
  const { connection, answer, context } = trial
  const replication = { connection, item, record: read.record, answer }
  const [draft, today] = await Promise.all([
    replicateRecord(context, replication),
    replicateRecord(published, replication),
  ])
  if (!draft) throw new Error('A draft has outgoing rules')
  const asToday = today?.kind === draft.kind
  if (draft.kind === 'stopped') return { kind: 'stops', asToday }
  if (draft.kind === 'failed') return { kind: 'fails', asToday, fault: faultBy('outgoing', draft.fault) }
  const before = today?.kind === 'done' ? today.result.hashes : undefined
  return changesOf(draft.result, before ?? item.pair.synced, internalOf(trial, read.record))
}

function changesOf({ comments, hashes }: ReplicatedRecord, before: StateHashes, internal: ReadonlySet<string>) {
  const changes = {
    paths: differing(before.paths, hashes.paths),
    comments: differing(before.comments, hashes.comments).length > 0,
    files: differing(before.files, hashes.files).length > 0,
    widens: comments.filter(({ id }) => internal.has(id) && before.comments[id] !== hashes.comments[id]).length,
  }
  const isSame = changes.paths.length === 0 && !changes.comments && !changes.files
  return isSame ? ({ kind: 'same' } as const) : ({ kind: 'changes', ...changes } as const)
}

/** The work notes of the record, by the ids that they leave with. */
const internalOf = ({ connection, context: { identity } }: Trial, { comments }: LocalRecord): ReadonlySet<string> =>
  new Set(
    comments.flatMap(({ id, internal }) =>
      internal ? [idAtEnd(id, identity.instanceUid, endUidOf(identity, connection))] : [],
    ),
  )
