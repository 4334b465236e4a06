import { type Kysely, sql } from 'kysely'

import type { Db } from '../tables.ts'

/** The schema as this step finds and leaves it. */
type Then = Kysely<Record<string, Record<string, string | number | null>>>

/**
 * Before the first release, as step 0014: a code that makes a connection and one that renews its keys are redeemed in one
 * way. `acceptance` and `rekey` become `redemption`, and a code says what it is for.
 */
export async function unifyRedemptions(db: Db): Promise<void> {
  const then = db as unknown as Then
  await createTable(then)
  await moveRows(then)
  for (const table of ['acceptance', 'rekey']) await then.schema.dropTable(table).execute()
  await sql`create unique index redemption_waiting on redemption (connection_id) where invitation_sealed is not null`.execute(
    db,
  )
  await sql`create index redemption_connection on redemption (connection_id)`.execute(db)
  await sql`create index redemption_offer on redemption (offer_id) where offer_id is not null`.execute(db)
  await namePurposes(then)
  await moveJobs(then)
}

const createTable = (then: Then): Promise<void> =>
  then.schema
    .createTable('redemption')
    .addColumn('invitation_id', 'text', (column) => column.primaryKey())
    .addColumn('connection_id', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('invitation_sealed', 'text')
    .addColumn('key_x', 'text')
    .addColumn('key_sealed', 'text')
    .addColumn('issued_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('invited_instance_uid', 'text')
    .addColumn('accepted_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('offer_id', 'text')
    .addColumn('offer_number', 'integer')
    .execute()

/** Until the grant the key lies with the redemption. Of a renewal only its end was kept, a day after the code was issued. */
async function moveRows(then: Then): Promise<void> {
  const ungranted = sql`c.shared_id is null and c.state in ('redeeming', 'failed')`
  await sql`insert into redemption
    select a.invitation_id, a.connection_id, 'connect', a.invitation_sealed,
      case when ${ungranted} then c.local_key_x end, case when ${ungranted} then c.local_key_sealed end,
      a.issued_at, a.expires_at, a.invited_instance_uid, a.accepted_at, a.attempts, a.offer_id, a.offer_number
    from acceptance a join connection c on c.id = a.connection_id`.execute(then)
  await sql`update connection set local_key_x = null, local_key_sealed = null
    where id in (select connection_id from redemption where key_x is not null)`.execute(then)
  await sql`insert into redemption
    select invitation_id, connection_id, 'rekey', invitation_sealed, case when key_sealed is not null then key_x end,
      key_sealed, expires_at - 86400000, expires_at, null, expires_at - 86400000, 0, null, null from rekey`.execute(
    then,
  )
  await sql`update redemption set invitation_sealed = null where invitation_sealed is not null and exists (
    select 1 from redemption newer where newer.connection_id = redemption.connection_id
      and newer.invitation_sealed is not null and (newer.expires_at > redemption.expires_at
        or (newer.expires_at = redemption.expires_at and newer.invitation_id > redemption.invitation_id)))`.execute(
    then,
  )
}

/** A code that renews keys is one of the side that accepted, or was issued once the connection worked. */
async function namePurposes(then: Then): Promise<void> {
  await then.schema
    .alterTable('invitation')
    .addColumn('purpose', 'text', (column) => column.notNull().defaultTo('connect'))
    .execute()
  await sql`update invitation set purpose = 'rekey' where exists (
    select 1 from connection c where c.id = invitation.connection_id and (c.invitation_id is null or c.invitation_id <> invitation.id)
      and (c.side = 'destination' or c.activated_at < invitation.issued_at + 1000))`.execute(then)
}

/** Both are jobs of one queue now; of one key are only those that stand for each other. */
async function moveJobs(then: Then): Promise<void> {
  const touched = ['handshake', 'keys']
  const jobs = await then.selectFrom('job').selectAll().where('queue', 'in', touched).orderBy('seq').execute()
  await then.deleteFrom('serial_queue').where('queue', 'in', touched).execute()
  for (const { id, queue, queue_key, payload, state, seq, run_at } of jobs) {
    const { kind, connectionId } = JSON.parse(String(payload)) as { kind?: string; connectionId: string }
    const moved =
      kind === 'rekey' ? { queue: 'handshake', payload: JSON.stringify({ kind: 'redeem', connectionId }) } : { queue }
    const place = { queue_key: kind === 'confirm' ? `confirm ${connectionId}` : queue_key, ...moved }
    await then.updateTable('job').set(place).where('id', '=', String(id)).execute()
    if (state !== 'waiting') continue
    await then
      .insertInto('serial_queue')
      .values({ queue: place.queue, queue_key: place.queue_key, state: 'ready', last_seq: seq, head_id: id, run_at })
      .onConflict((conflict) => conflict.columns(['queue', 'queue_key']).doUpdateSet({ last_seq: seq }))
      .execute()
  }
}
