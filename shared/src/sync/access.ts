/** What the administrator of an instance lets Accord do with records of one table: an entry of sync access. */
export interface TableAccess {
  readonly table: string
  readonly mayCreate: boolean
  /** No template needs it: only rules that somebody has written ask for it. */
  readonly mayDelete?: boolean | undefined
  readonly readFields: readonly string[]
  readonly writeFields: readonly string[]
  readonly readJournals: readonly string[]
  readonly writeJournals: readonly string[]
  readonly readFiles: boolean
  readonly writeFiles: boolean
}

const LISTS = ['readFields', 'writeFields', 'readJournals', 'writeJournals'] as const
const RIGHTS = ['mayCreate', 'readFiles', 'writeFiles'] as const

/** What of `needed` no entry of `given` opens, by table. Empty: nothing is missing. */
export const missingAccess = (needed: readonly TableAccess[], given: readonly TableAccess[]): readonly TableAccess[] =>
  needed.map((need) => without(need, given)).filter(isAnything)

function without(need: TableAccess, given: readonly TableAccess[]): TableAccess {
  const open = given.find(({ table }) => table === need.table)
  if (!open) return need
  const closed = (list: (typeof LISTS)[number]): readonly string[] =>
    need[list].filter((name) => !open[list].includes(name))
  return {
    table: need.table,
    mayCreate: need.mayCreate && !open.mayCreate,
    readFiles: need.readFiles && !open.readFiles,
    writeFiles: need.writeFiles && !open.writeFiles,
    readFields: closed('readFields'),
    writeFields: closed('writeFields'),
    readJournals: closed('readJournals'),
    writeJournals: closed('writeJournals'),
  }
}

const isAnything = (access: TableAccess): boolean =>
  LISTS.some((list) => access[list].length > 0) || RIGHTS.some((right) => access[right])
