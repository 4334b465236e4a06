import type { Db } from '../engine/tables.ts'

/** What a script had done in the world while a message was planned. Without an answer nobody knows whether it was done. */
export interface ScriptStep {
  readonly id: string
  readonly answerSealed: string | null
}

export async function findStep(db: Db, id: string): Promise<ScriptStep | undefined> {
  const row = await db.selectFrom('script_step').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { id: row.id, answerSealed: row.answer_sealed }
}

export async function insertStep(
  transaction: Db,
  { id, itemId, at }: { readonly id: string; readonly itemId: string; readonly at: Date },
): Promise<void> {
  await transaction
    .insertInto('script_step')
    .values({ id, item_id: itemId, at: at.getTime(), answer_sealed: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The row as it is now, whatever stood there. */
export async function replaceStep(
  transaction: Db,
  {
    id,
    itemId,
    at,
    answerSealed,
  }: ScriptStep & { readonly itemId: string; readonly at: Date; readonly answerSealed: string },
): Promise<void> {
  await transaction
    .insertInto('script_step')
    .values({ id, item_id: itemId, at: at.getTime(), answer_sealed: answerSealed })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ answer_sealed: answerSealed }))
    .execute()
}

/** Of a pair that is through with the message. */
export const deleteStepsOf = (transaction: Db, itemId: string): Promise<unknown> =>
  transaction.deleteFrom('script_step').where('item_id', '=', itemId).execute()

export const keepStepAnswer = (transaction: Db, id: string, answerSealed: string): Promise<unknown> =>
  transaction.updateTable('script_step').set({ answer_sealed: answerSealed }).where('id', '=', id).execute()

/** Those of messages that wait no more, whatever became of them. */
export async function forgetSteps(db: Db): Promise<void> {
  await db
    .deleteFrom('script_step')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('sync_pair')
            .select('sync_pair.id')
            .whereRef('sync_pair.id', '=', 'script_step.item_id')
            .where('sync_pair.inbound_sealed', 'is not', null),
        ),
      ),
    )
    .execute()
}
