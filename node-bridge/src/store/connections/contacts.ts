import type { Selectable } from 'kysely'

import { compiledOnce } from '../engine/compiled-once.ts'
import type { ContactTable } from '../engine/tables/connection-tables.ts'
import type { Db } from '../engine/tables.ts'

export type Health = 'up' | 'slow' | 'down'

/** How a connection stands with its peer, beside its state: what changes too often for a revision of its own. */
export interface ContactRecord {
  /** How often this side has paused and resumed, together: odd while it pauses. */
  readonly pauses: number
  /** The highest such number that the peer has sent. */
  readonly acknowledged: number
  /** Null before the first call of the contact serial queue. */
  readonly health: Health | null
  /** Failed calls since the last one that was answered. */
  readonly failures: number
  /** How many of those were answered `connection_unknown`, one after another. */
  readonly unknownAnswers: number
  readonly lastContactAt: Date | null
  /** Until when the changes are paid for that the peer has brought about. */
  readonly changesPaidUntil: Date | null
  /** An address that the peer has reported and that has not answered yet. */
  readonly reportedUrl: string | null
  /** The highest `since` that came with one; 0 before the first. */
  readonly reportedSince: number
  /** Until when the addresses are paid for that the peer has reported. */
  readonly movesPaidUntil: Date | null
}

const NO_CONTACT: ContactRecord = {
  pauses: 0,
  acknowledged: 0,
  health: null,
  failures: 0,
  unknownAnswers: 0,
  lastContactAt: null,
  changesPaidUntil: null,
  reportedUrl: null,
  reportedSince: 0,
  movesPaidUntil: null,
}

const recordOf = (row: Selectable<ContactTable>): ContactRecord => ({
  pauses: row.pauses,
  acknowledged: row.acknowledged,
  health: row.health as Health | null,
  failures: row.failures,
  unknownAnswers: row.unknown_answers,
  lastContactAt: row.last_contact_at === null ? null : new Date(row.last_contact_at),
  changesPaidUntil: row.changes_paid_until === null ? null : new Date(row.changes_paid_until),
  reportedUrl: row.reported_url,
  reportedSince: row.reported_since ?? 0,
  movesPaidUntil: row.moves_paid_until === null ? null : new Date(row.moves_paid_until),
})

/** Of a connection that has never spoken: all zero. */
export async function readContact(db: Db, connectionId: string): Promise<ContactRecord> {
  return (await findContacts(db, [connectionId])).get(connectionId) ?? NO_CONTACT
}

const contactsOf = compiledOnce((db, connectionIds: readonly string[]) =>
  db.selectFrom('contact').selectAll().where('connection_id', 'in', connectionIds),
)

/** For lists: by connection id. */
export async function findContacts(db: Db, connectionIds: readonly string[]): Promise<Map<string, ContactRecord>> {
  if (connectionIds.length === 0) return new Map()
  const { rows } = await contactsOf(db, connectionIds)
  return new Map(rows.map((row) => [row.connection_id, recordOf(row)]))
}

const holding = compiledOnce((db, { connectionId, ...spoken }: { connectionId: string; last_contact_at?: number }) =>
  db
    .insertInto('contact')
    .values({
      connection_id: connectionId,
      pauses: 0,
      acknowledged: 0,
      health: null,
      failures: 0,
      unknown_answers: 0,
      last_contact_at: null,
      changes_paid_until: null,
      reported_url: null,
      reported_since: null,
      moves_paid_until: null,
      ...spoken,
    })
    .onConflict((conflict) =>
      conflict
        .column('connection_id')
        .doUpdateSet((expression) => ({ pauses: expression.ref('contact.pauses'), ...spoken })),
    )
    .returningAll(),
)

/**
 * Holds the row of this connection until the transaction ends, and answers it. Everything that checks by both sides'
 * pauses takes it first and the connection second, so that no two wait for each other. `contactAt`: the two speak now.
 */
export async function holdContact(transaction: Db, connectionId: string, contactAt?: Date): Promise<ContactRecord> {
  const spoken = contactAt === undefined ? {} : { last_contact_at: contactAt.getTime() }
  const [row] = (await holding(transaction, { connectionId, ...spoken })).rows
  if (!row) throw new Error(`The contact of connection ${connectionId} answered nothing`)
  return recordOf(row)
}

export async function updateContact(
  transaction: Db,
  connectionId: string,
  changes: Partial<ContactRecord>,
): Promise<void> {
  const { pauses, acknowledged, health, failures, unknownAnswers, lastContactAt, changesPaidUntil } = changes
  const { reportedUrl, reportedSince, movesPaidUntil } = changes
  await transaction
    .updateTable('contact')
    .set({
      ...(pauses === undefined ? {} : { pauses }),
      ...(acknowledged === undefined ? {} : { acknowledged }),
      ...(health === undefined ? {} : { health }),
      ...(failures === undefined ? {} : { failures }),
      ...(unknownAnswers === undefined ? {} : { unknown_answers: unknownAnswers }),
      ...(lastContactAt === undefined ? {} : { last_contact_at: lastContactAt?.getTime() ?? null }),
      ...(changesPaidUntil === undefined ? {} : { changes_paid_until: changesPaidUntil?.getTime() ?? null }),
      ...(reportedUrl === undefined ? {} : { reported_url: reportedUrl }),
      ...(reportedSince === undefined ? {} : { reported_since: reportedSince }),
      ...(movesPaidUntil === undefined ? {} : { moves_paid_until: movesPaidUntil?.getTime() ?? null }),
    })
    .where('connection_id', '=', connectionId)
    .execute()
}
