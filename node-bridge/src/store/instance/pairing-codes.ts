import type { Db } from '../engine/tables.ts'

export interface PairingCodeRecord {
  readonly secretHash: string
  readonly expiresAt: Date
  readonly usedTokenHash: string | null
}

export async function insertPairingCode(db: Db, secretHash: string, issuedAt: Date, expiresAt: Date): Promise<void> {
  await db
    .insertInto('pairing_code')
    .values({
      secret_hash: secretHash,
      issued_at: issuedAt.getTime(),
      expires_at: expiresAt.getTime(),
      used_at: null,
      used_token_hash: null,
    })
    .execute()
}

export async function findPairingCode(db: Db, secretHash: string): Promise<PairingCodeRecord | undefined> {
  const row = await db.selectFrom('pairing_code').selectAll().where('secret_hash', '=', secretHash).executeTakeFirst()
  return row && { secretHash, expiresAt: new Date(row.expires_at), usedTokenHash: row.used_token_hash }
}

/** Once an instance is paired, no other code that was shown before may pair another. */
export async function voidUnusedPairingCodes(db: Db, now: Date): Promise<void> {
  await db
    .updateTable('pairing_code')
    .set({ expires_at: now.getTime() })
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.getTime())
    .execute()
}

/** No code that was ever shown pairs anybody any more, nor does a repeated request learn that it did. */
export async function forgetPairingCodes(db: Db): Promise<void> {
  await db.deleteFrom('pairing_code').execute()
}

/** Uses the code for this token if nobody has and it has not expired. */
export async function usePairingCode(db: Db, secretHash: string, tokenHash: string, now: Date): Promise<boolean> {
  const { numUpdatedRows: updated } = await db
    .updateTable('pairing_code')
    .set({ used_at: now.getTime(), used_token_hash: tokenHash })
    .where('secret_hash', '=', secretHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.getTime())
    .executeTakeFirstOrThrow()
  return updated === 1n
}
