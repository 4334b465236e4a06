import { COMMENT_HISTORIES, type CommentHistory } from '@accord/shared/sync'
import type { Selectable } from 'kysely'

import type { Db } from '../engine/tables.ts'
import type { RulesDraftTable } from '../engine/tables/draft-tables.ts'

export interface DraftName {
  readonly connectionId: string
  readonly table: string
}

/** What is being written, and by whom. */
export interface DraftRecord extends DraftName {
  readonly revision: string
  readonly outgoing: string
  readonly incoming: string
  readonly trigger: {
    readonly query: string
    readonly isActive: boolean
    readonly history: CommentHistory
    readonly notes: string
  }
  readonly mayWiden: boolean
  readonly basedOn: { readonly outgoing: number; readonly incoming: number }
  readonly author: string
  readonly startedAt: Date
  readonly changedAt: Date
}

const draftOf = (row: Selectable<RulesDraftTable>): DraftRecord => ({
  connectionId: row.connection_id,
  table: row.table_name,
  revision: row.revision,
  outgoing: row.outgoing,
  incoming: row.incoming,
  trigger: {
    query: row.query,
    isActive: row.active === 1,
    history: COMMENT_HISTORIES.find((each) => each === row.history) ?? 'none',
    notes: row.notes,
  },
  mayWiden: row.may_widen === 1,
  basedOn: { outgoing: row.outgoing_version, incoming: row.incoming_version },
  author: row.author,
  startedAt: new Date(row.started_at),
  changedAt: new Date(row.changed_at),
})

export async function findDraft(db: Db, { connectionId, table }: DraftName): Promise<DraftRecord | undefined> {
  const row = await db
    .selectFrom('rules_draft')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('table_name', '=', table)
    .executeTakeFirst()
  return row && draftOf(row)
}

/** The table whose draft was changed last. */
export async function findDraftedTable(db: Db, connectionId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('rules_draft')
    .select('table_name')
    .where('connection_id', '=', connectionId)
    .orderBy('changed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.table_name
}

/** Writes it over the revision that it follows, or where there is none; false where another one stands there. */
export async function saveDraft(transaction: Db, draft: DraftRecord, follows: string | null): Promise<boolean> {
  const columns = {
    revision: draft.revision,
    outgoing: draft.outgoing,
    incoming: draft.incoming,
    query: draft.trigger.query,
    active: draft.trigger.isActive ? 1 : 0,
    history: draft.trigger.history,
    notes: draft.trigger.notes,
    may_widen: draft.mayWiden ? 1 : 0,
    outgoing_version: draft.basedOn.outgoing,
    incoming_version: draft.basedOn.incoming,
    author: draft.author,
    started_at: draft.startedAt.getTime(),
    changed_at: draft.changedAt.getTime(),
  }
  if (follows !== null) {
    const { numUpdatedRows: updated } = await transaction
      .updateTable('rules_draft')
      .set(columns)
      .where('connection_id', '=', draft.connectionId)
      .where('table_name', '=', draft.table)
      .where('revision', '=', follows)
      .executeTakeFirst()
    if (updated === 1n) return true
  }
  const { numInsertedOrUpdatedRows: inserted } = await transaction
    .insertInto('rules_draft')
    .values({ connection_id: draft.connectionId, table_name: draft.table, ...columns })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return inserted === 1n
}

/** Ends the draft where it still is that revision. */
export const deleteDraft = (transaction: Db, { connectionId, table }: DraftName, revision: string) =>
  transaction
    .deleteFrom('rules_draft')
    .where('connection_id', '=', connectionId)
    .where('table_name', '=', table)
    .where('revision', '=', revision)
    .execute()
