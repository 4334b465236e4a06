import type { Db } from '../engine/tables.ts'

/** Where a user of the console is sent notices. */
export interface RecipientRecord {
  readonly userId: string
  readonly address: string
  readonly language: string
  readonly isWanted: boolean
}

export async function findRecipient(db: Db, userId: string): Promise<RecipientRecord | undefined> {
  const row = await db.selectFrom('notice_recipient').selectAll().where('user_id', '=', userId).executeTakeFirst()
  return row && { userId, address: row.address, language: row.language, isWanted: row.is_wanted === 1 }
}

export async function saveRecipient(
  transaction: Db,
  { userId, address, language, isWanted }: RecipientRecord,
  at: Date,
): Promise<void> {
  const columns = { address, language, is_wanted: isWanted ? 1 : 0, changed_at: at.getTime() }
  await transaction
    .insertInto('notice_recipient')
    .values({ user_id: userId, ...columns })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(columns))
    .execute()
}

/** Those who want them and may sign in. */
export async function listWantedRecipients(db: Db): Promise<Pick<RecipientRecord, 'address' | 'language'>[]> {
  return db
    .selectFrom('notice_recipient')
    .innerJoin('console_user', 'console_user.id', 'notice_recipient.user_id')
    .where('is_wanted', '=', 1)
    .where('console_user.disabled', '=', 0)
    .select(['address', 'language'])
    .orderBy('address')
    .execute()
}
