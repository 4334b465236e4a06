import type { Db } from '../engine/tables.ts'

const THE_ONE = 1

/** Who this node is, made once at its first start. `identitySealed`: the private key under the vault. */
export interface NodeRecord {
  readonly instanceUid: string
  /** Public point of the identity key. */
  readonly identityX: string
  readonly identitySealed: string
  readonly licenceKind: 'evaluation' | 'paid'
  readonly licenceEndsAt: Date
  readonly firstStartedAt: Date
}

export async function findNode(db: Db): Promise<NodeRecord | undefined> {
  const row = await db.selectFrom('node').selectAll().executeTakeFirst()
  return (
    row && {
      instanceUid: row.instance_uid,
      identityX: row.identity_x,
      identitySealed: row.identity_sealed,
      licenceKind: row.licence_kind === 'paid' ? 'paid' : 'evaluation',
      licenceEndsAt: new Date(row.licence_ends_at),
      firstStartedAt: new Date(row.first_started_at),
    }
  )
}

/** Keeps the first: of several replicas that start together, all end up with the same identity. True for the first. */
export async function insertNodeOnce(db: Db, node: NodeRecord): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await db
    .insertInto('node')
    .values({
      id: THE_ONE,
      instance_uid: node.instanceUid,
      identity_x: node.identityX,
      identity_sealed: node.identitySealed,
      licence_kind: node.licenceKind,
      licence_ends_at: node.licenceEndsAt.getTime(),
      first_started_at: node.firstStartedAt.getTime(),
      sync_key_sealed: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return inserted === 1n
}

/** The secret under which states of records are hashed, sealed. Keeps the first of several. */
export async function keepSyncKey(db: Db, sealed: string): Promise<string> {
  await db.updateTable('node').set({ sync_key_sealed: sealed }).where('sync_key_sealed', 'is', null).execute()
  const { sync_key_sealed: kept } = await db.selectFrom('node').select('sync_key_sealed').executeTakeFirstOrThrow()
  if (kept === null) throw new Error('The key of the synced states was not stored')
  return kept
}
