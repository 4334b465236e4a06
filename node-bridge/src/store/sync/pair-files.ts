import { type Selectable, sql } from 'kysely'

import { compiledOnce } from '../engine/compiled-once.ts'
import { boundText } from '../engine/statements.ts'
import type { Db } from '../engine/tables.ts'
import type { PairFileTable } from '../engine/tables/file-tables.ts'

/**
 * Of a file that comes in. `planned`: its message is not written yet. `waiting`: for its contents. `writing`: the tracker takes it.
 * `leaving`, `removing`: the same of one that is to be deleted.
 */
export type IncomingFileState =
  'planned' | 'waiting' | 'writing' | 'written' | 'failed' | 'leaving' | 'removing' | 'removed'
export type FileState = IncomingFileState | 'offered'

/** A file of a pair as it is kept. */
export interface PairFile {
  readonly id: string
  readonly connectionId: string
  readonly itemId: string
  readonly fileId: string
  readonly sha256: string
  readonly bytes: number
  readonly state: FileState
  /** When there is something to do. */
  readonly dueAt: Date | null
  readonly attempts: number
  readonly planId: string | null
  readonly fault: string | null
  readonly fileSealed: string | null
}

/** States in which contents are needed here. */
export const NEEDING_CONTENTS = ['waiting', 'writing'] as const satisfies readonly FileState[]

export const fileOf = (row: Selectable<PairFileTable>): PairFile => ({
  id: row.id,
  connectionId: row.connection_id,
  itemId: row.item_id,
  fileId: row.file_id,
  sha256: row.sha256,
  bytes: Number(row.bytes),
  state: row.state as FileState,
  dueAt: row.due_at === null ? null : new Date(Number(row.due_at)),
  attempts: row.attempts,
  planId: row.plan_id,
  fault: row.fault,
  fileSealed: row.file_sealed,
})

const incomingOf = compiledOnce((db, { itemId }: { itemId: string }) =>
  db
    .selectFrom('pair_file')
    .selectAll()
    .where('item_id', '=', boundText(itemId))
    .where('direction', '=', sql.lit('in'))
    .orderBy('id'),
)

export const listIncoming = async (db: Db, itemId: string): Promise<readonly PairFile[]> =>
  (await incomingOf(db, { itemId })).rows.map(fileOf)

/** The one of those that come in that has been due longest. */
export async function findDueFile(db: Db, connectionId: string, now: Date): Promise<PairFile | undefined> {
  const row = await db
    .selectFrom('pair_file')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('direction', '=', sql.lit('in'))
    .where('due_at', 'is not', null)
    .where('due_at', '<=', now.getTime())
    .orderBy('due_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row && fileOf(row)
}

export async function nextFileAt(db: Db, connectionId: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('pair_file')
    .select('due_at')
    .where('connection_id', '=', connectionId)
    .where('direction', '=', sql.lit('in'))
    .where('due_at', 'is not', null)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return row?.due_at == null ? undefined : new Date(Number(row.due_at))
}

/** Those of this hash whose contents are missing here. */
export async function listWaitingFor(db: Db, connectionId: string, sha256: string): Promise<readonly PairFile[]> {
  const rows = await db
    .selectFrom('pair_file')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('direction', '=', 'in')
    .where('sha256', '=', sha256)
    .where('state', '=', 'waiting')
    .execute()
  return rows.map(fileOf)
}

const fileByPlan = compiledOnce((db, { planId }: { planId: string }) =>
  db.selectFrom('pair_file').selectAll().where('plan_id', '=', planId),
)

export async function findFileByPlan(db: Db, planId: string): Promise<PairFile | undefined> {
  const [row] = (await fileByPlan(db, { planId })).rows
  return row && fileOf(row)
}

export interface FileChange {
  readonly state?: IncomingFileState
  readonly dueAt: Date | null
  readonly attempts?: number
  readonly planId?: string | null
  readonly fault?: string | null
  /** A side that cannot be called has to be asked for it, once more. */
  readonly isToBeAsked?: true
  /** What it is called is needed no more. */
  readonly forgetsName?: true
}

/** False where somebody else has changed it since it was read. */
export async function changeFile(
  transaction: Db,
  { id, state, attempts }: Pick<PairFile, 'id' | 'state' | 'attempts'>,
  change: FileChange,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('pair_file')
    .set({
      due_at: change.dueAt?.getTime() ?? null,
      ...(change.state && { state: change.state }),
      ...(change.attempts !== undefined && { attempts: change.attempts }),
      ...(change.planId !== undefined && { plan_id: change.planId }),
      ...(change.fault !== undefined && { fault: change.fault }),
      ...(change.isToBeAsked && { asked_at: null }),
      ...(change.forgetsName && { file_sealed: null }),
    })
    .where('id', '=', id)
    .where('state', '=', state)
    .where('attempts', '=', attempts)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** There is room again: files that were put off without a failure are tried now. */
export const runWaitingFiles = (transaction: Db, connectionId: string, now: Date): Promise<unknown> =>
  transaction
    .updateTable('pair_file')
    .set({ due_at: now.getTime() })
    .where('connection_id', '=', connectionId)
    .where('state', '=', 'waiting')
    .where('attempts', '=', 0)
    .where('asked_at', 'is', null)
    .where('due_at', '>', now.getTime())
    .execute()

/** Those that were given up are tried anew; how often each has failed still tells its plans apart. Answers how many. */
export async function retryFiles(transaction: Db, itemId: string, now: Date): Promise<number> {
  const { numUpdatedRows } = await transaction
    .updateTable('pair_file')
    .set({ state: 'waiting', due_at: now.getTime(), fault: null, plan_id: null })
    .where('item_id', '=', itemId)
    .where('direction', '=', 'in')
    .where('state', '=', 'failed')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Nothing of an ended pair is brought or offered any more. */
export const forgetFilesOf = (transaction: Db, itemId: string): Promise<unknown> =>
  transaction.deleteFrom('pair_file').where('item_id', '=', itemId).execute()

/** The same of connections in these states. */
export const forgetFilesOfConnections = (transaction: Db, states: readonly string[]): Promise<unknown> =>
  transaction
    .deleteFrom('pair_file')
    .where('connection_id', 'in', (query) =>
      query.selectFrom('connection').select('connection.id').where('connection.state', 'in', states),
    )
    .execute()

/** Connections with files of this direction that have something to do. */
export async function listFileConnections(db: Db, direction: 'in' | 'out'): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('pair_file')
    .select('connection_id')
    .distinct()
    .where('direction', '=', direction)
    .where('due_at', 'is not', null)
    .execute()
  return rows.map(({ connection_id }) => connection_id)
}
