import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import type { Db } from '../../store/engine/tables.ts'
import { findPairsOfRecord, type StoredPair } from '../../store/sync/sync-pairs.ts'
import type { SyncContext } from './sync-context.ts'
import type { FaultDetail } from './fault-detail.ts'
import { itemOf } from './item.ts'
import { cameThrough } from '../pairs/came-through.ts'
import type { SyncPair } from '../pairs/sync-pair.ts'

/** The pairs that the record of this one has with other connections. */
async function othersOf(db: Db, { connectionId, table, recordId }: StoredPair): Promise<readonly StoredPair[]> {
  if (recordId === null) return []
  return (await findPairsOfRecord(db, table, recordId)).filter((each) => each.connectionId !== connectionId)
}

/** Through which instances came what a message of this pair would tell. */
export const findWays = async (
  { database, epoch }: SyncContext,
  pair: SyncPair,
  stored: StoredPair,
): Promise<readonly (readonly string[])[]> =>
  cameThrough(
    pair,
    (await othersOf(database.db, stored)).map((each) => itemOf(each, epoch).pair),
  )

/** For a person: by which connections the change came here, and who has it already. */
export async function explainCircle(
  db: Db,
  { remoteShortName }: Pick<ConnectionRecord, 'remoteShortName'>,
  stored: StoredPair,
  why: 'known there' | 'too far',
): Promise<FaultDetail> {
  const connections = await Promise.all(
    (await othersOf(db, stored)).map(({ connectionId }) => findConnection(db, connectionId)),
  )
  const names = connections.flatMap((each) => (each ? [each.name] : []))
  const came = `The change came to this record by ${names.join(', ') || 'another connection'}`
  return {
    message:
      why === 'known there'
        ? `${came}, and has been at ${remoteShortName} before: it goes round in a circle and was not sent back there.`
        : `${came}, after it had left here before or gone through five instances: it goes no further, to ${remoteShortName} neither.`,
  }
}
