import type { Db } from './tables.ts'

/** The newest place in the chain. `sealed`: the same two under the vault, null before the first entry. */
export interface AuditHead {
  readonly seq: number
  readonly hash: string
  readonly sealed: string | null
}

export async function readAuditHead(db: Db): Promise<AuditHead> {
  const { seq, hash, head_sealed: sealed } = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
  return { seq, hash, sealed }
}

/** Moves the head from where it was seen; false when another replica was faster. The `where` clause is the lock. */
export async function moveAuditHead(transaction: Db, seen: number, { seq, hash, sealed }: AuditHead): Promise<boolean> {
  const { numUpdatedRows: moved } = await transaction
    .updateTable('audit_head')
    .set({ seq, hash, head_sealed: sealed })
    .where('seq', '=', seen)
    .executeTakeFirstOrThrow()
  return moved === 1n
}
