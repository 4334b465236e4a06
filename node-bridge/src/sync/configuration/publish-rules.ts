import { Refusal } from '../../refusals/refusal.ts'
import type { Failure } from '../../sandbox/index.ts'
import { findRules, insertRules, type RulesRecord } from '../../store/sync-rules.ts'
import { resumePairs } from '../items/resume-pairs.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { retryHeld } from './retry-held.ts'
import { compileRules, type Direction, type Rules } from '../rules/index.ts'

export interface Publication {
  readonly connectionId: string
  readonly table: string
  readonly direction: Direction
  readonly source: string
  /** Internal entries may become visible; whoever publishes has said so. */
  readonly mayWiden?: boolean
  readonly actor: string
}

export type Published =
  | { readonly kind: 'published'; readonly version: number }
  /** With line, column and frame where there is one. */
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Compiles a script and makes it the one that counts. Throws `retry_later` where somebody else publishes at the same time. */
export async function publishRules(context: SyncContext, publication: Publication): Promise<Published> {
  const { connectionId, table, direction, source, mayWiden = false, actor } = publication
  const { database, sandbox, now } = context
  const compiled = await compileRules(sandbox, { direction, table, source, owner: connectionId })
  if (compiled.kind === 'failed') return compiled
  const { code } = compiled.rules.script
  const name = { connectionId, table, direction }
  const version = ((await findRules(database.db, name))?.version ?? 0) + 1
  const rules = { ...name, version, source, code, mayWiden, publishedAt: now(), publishedBy: actor }
  const isWritten = await database.transaction(async (transaction) => {
    if (!(await insertRules(transaction, rules))) return false
    await resumePairs(context, transaction, connectionId)
    return true
  })
  if (!isWritten) throw new Refusal('retry_later')
  await retryHeld(context, connectionId, table, direction)
  return { kind: 'published', version }
}

/** As the sandbox runs them. */
export const runnableOf = ({ direction, table, source, code }: RulesRecord): Rules => ({
  direction,
  table,
  script: { name: `${direction}.ts`, source, code },
})
