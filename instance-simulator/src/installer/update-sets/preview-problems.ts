import { systemCaller } from '../../access/system-callers.ts'
import type { RecordStore, Row } from '../../contracts.ts'
import type { PreviewAnswer, PreviewProblem } from './preview-update-set.ts'

const TABLE = 'sys_update_preview_problem'
const STATUS = { accept: 'ignored', skip: 'skipped' } as const satisfies Record<PreviewAnswer, string>

export interface StoredProblem {
  readonly sysId: string
  readonly kind: string
  readonly update: string
  readonly description: string
  /** Undefined until an administrator has decided. */
  readonly answer: PreviewAnswer | undefined
}

/** *Update Set Preview Problems* of retrieved sets, and what was decided about each. */
export function createPreviewProblems(store: RecordStore) {
  const of = (set: string): readonly StoredProblem[] =>
    store.query(TABLE, { encoded: `remote_update_set=${set}^ORDERBYdescription` }, systemCaller).map(problemOf)
  return {
    of,
    /** A preview that is run again forgets what was decided. */
    replace: (set: string, found: readonly PreviewProblem[]): void => {
      for (const { sysId } of of(set)) store.remove(TABLE, sysId, systemCaller)
      for (const { kind, update, description } of found)
        store.insert(TABLE, { remote_update_set: set, type: kind, update_name: update, description }, systemCaller)
    },
    decide: (set: string, chosen: ReadonlySet<string>, answer: PreviewAnswer): void => {
      for (const { sysId } of of(set))
        if (chosen.has(sysId)) store.update(TABLE, sysId, { status: STATUS[answer] }, systemCaller)
    },
  }
}

const problemOf = (row: Row): StoredProblem => ({
  sysId: row['sys_id'] ?? '',
  kind: row['type'] ?? '',
  update: row['update_name'] ?? '',
  description: row['description'] ?? '',
  answer: row['status'] === STATUS.skip ? 'skip' : row['status'] === STATUS.accept ? 'accept' : undefined,
})
