import type { Selectable } from 'kysely'

import type { Db } from '../engine/tables.ts'
import type { BlobTable } from '../engine/tables/file-tables.ts'
import { NEEDING_CONTENTS } from './pair-files.ts'

export type BlobDirection = 'in' | 'out'

/** Contents of a file on their way. `received`: so many bytes of them are here. */
export interface Blob {
  readonly id: string
  readonly connectionId: string
  readonly direction: BlobDirection
  readonly sha256: string
  readonly bytes: number
  readonly received: number
  readonly keySealed: string
}

const blobOf = (row: Selectable<BlobTable>): Blob => ({
  id: row.id,
  connectionId: row.connection_id,
  direction: row.direction as BlobDirection,
  sha256: row.sha256,
  bytes: Number(row.bytes),
  received: Number(row.received),
  keySealed: row.key_sealed,
})

export async function findBlob(
  db: Db,
  { connectionId, direction, sha256 }: Pick<Blob, 'connectionId' | 'direction' | 'sha256'>,
): Promise<Blob | undefined> {
  const row = await db
    .selectFrom('blob')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('direction', '=', direction)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row && blobOf(row)
}

export async function findBlobById(db: Db, id: string): Promise<Blob | undefined> {
  const row = await db.selectFrom('blob').selectAll().where('id', '=', id).executeTakeFirst()
  return row && blobOf(row)
}

/** False where one of this name is there, or where it would exceed the share of its connection; one alone always fits. */
export async function insertBlob(
  transaction: Db,
  blob: Omit<Blob, 'received'>,
  { shareBytes, now }: { readonly shareBytes: number; readonly now: Date },
): Promise<boolean> {
  const { held } = await transaction
    .selectFrom('blob')
    .select((expression) => expression.fn.coalesce(expression.fn.sum<number>('bytes'), expression.lit(0)).as('held'))
    .where('connection_id', '=', blob.connectionId)
    .where('direction', '=', blob.direction)
    .executeTakeFirstOrThrow()
  if (Number(held) > 0 && Number(held) + blob.bytes > shareBytes) return false
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('blob')
    .values({
      id: blob.id,
      connection_id: blob.connectionId,
      direction: blob.direction,
      sha256: blob.sha256,
      bytes: blob.bytes,
      received: 0,
      key_sealed: blob.keySealed,
      touched_at: now.getTime(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False where another part stands there by now: nothing is written. */
export async function appendPart(
  transaction: Db,
  { id, received }: Pick<Blob, 'id' | 'received'>,
  part: { readonly bytes: number; readonly data: string; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('blob')
    .set({ received: received + part.bytes, touched_at: part.now.getTime() })
    .where('id', '=', id)
    .where('received', '=', received)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await transaction.insertInto('blob_part').values({ blob_id: id, place: received, data: part.data }).execute()
  return true
}

/** The part that holds the byte at this place. */
export async function findPart(
  db: Db,
  blobId: string,
  place: number,
): Promise<{ readonly place: number; readonly data: string } | undefined> {
  const row = await db
    .selectFrom('blob_part')
    .select(['place', 'data'])
    .where('blob_id', '=', blobId)
    .where('place', '<=', place)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { place: Number(row.place), data: row.data }
}

/** `touchedAt`: from then on it counts as idle. */
export const touchBlob = (db: Db, id: string, touchedAt: Date): Promise<unknown> =>
  db.updateTable('blob').set({ touched_at: touchedAt.getTime() }).where('id', '=', id).execute()

export async function deleteBlob(transaction: Db, id: string): Promise<void> {
  await transaction.deleteFrom('blob_part').where('blob_id', '=', id).execute()
  await transaction.deleteFrom('blob').where('id', '=', id).execute()
}

/** Contents that nobody waits for, or asks for since `before`. */
export async function forgetBlobs(transaction: Db, before: Date): Promise<void> {
  const rows = await transaction
    .selectFrom('blob')
    .select('id')
    .where((where) =>
      where.or([
        where.and([where('direction', '=', 'out'), where('touched_at', '<', before.getTime())]),
        where.and([
          where('direction', '=', 'out'),
          where.not(
            where.exists(
              where
                .selectFrom('pair_file')
                .select('pair_file.id')
                .whereRef('pair_file.connection_id', '=', 'blob.connection_id')
                .whereRef('pair_file.sha256', '=', 'blob.sha256')
                .where('pair_file.direction', '=', 'out'),
            ),
          ),
        ]),
        where.and([
          where('direction', '=', 'in'),
          where.not(
            where.exists(
              where
                .selectFrom('pair_file')
                .select('pair_file.id')
                .whereRef('pair_file.connection_id', '=', 'blob.connection_id')
                .whereRef('pair_file.sha256', '=', 'blob.sha256')
                .where('pair_file.direction', '=', 'in')
                .where('pair_file.state', 'in', [...NEEDING_CONTENTS]),
            ),
          ),
        ]),
      ]),
    )
    .execute()
  for (const { id } of rows) await deleteBlob(transaction, id)
}
