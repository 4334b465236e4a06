import { createHash } from 'node:crypto'

import type { Db } from '../tables.ts'

/**
 * What a peer may still bring about, remembered where it is spent, and the key before by its thumbprint. Of the peers' key
 * statements only the newest is of use: it names the one key that is still taken beside the present one.
 */
export async function addPeerBounds(db: Db): Promise<void> {
  await db.schema.alterTable('contact').addColumn('changes_paid_until', 'bigint').execute()
  await db.schema.alterTable('key_rotation').addColumn('paid_until', 'bigint').execute()
  await db.schema.alterTable('key_rotation').addColumn('previous_kid', 'text').execute()
  await keepNewest(db)
  await db.schema
    .createIndex('key_rotation_previous')
    .on('key_rotation')
    .columns(['connection_id', 'previous_kid'])
    .execute()
}

async function keepNewest(db: Db): Promise<void> {
  const newest = await db
    .selectFrom('key_rotation')
    .select(({ fn }) => ['connection_id', fn.max('seq').as('seq')])
    .where('owner', '=', 'remote')
    .groupBy('connection_id')
    .execute()
  for (const { connection_id: id, seq } of newest) {
    const ofPeer = () => db.deleteFrom('key_rotation').where('connection_id', '=', id).where('owner', '=', 'remote')
    await ofPeer().where('seq', '<', seq).execute()
  }
  const kept = await db.selectFrom('key_rotation').selectAll().where('owner', '=', 'remote').execute()
  for (const { connection_id: id, seq, previous_x: x } of kept)
    await db
      .updateTable('key_rotation')
      .set({ previous_kid: thumbprintOf(x) })
      .where('connection_id', '=', id)
      .where('owner', '=', 'remote')
      .where('seq', '=', seq)
      .execute()
}

/** RFC 7638, as it stood when this step was written. */
const thumbprintOf = (x: string): string =>
  createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url')
