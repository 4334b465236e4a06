import type { DescribedTable } from '@accord/shared/schemas'
import type { TableAccess } from '@accord/shared/sync'

type Named = { readonly name: string; readonly mayRead: boolean; readonly mayWrite: boolean }

/** What the instance says of a table, as the entry of sync access that it follows from. */
export const accessOf = ({
  table,
  mayCreate,
  mayDelete = false,
  mayReadFiles,
  mayWriteFiles,
  fields,
  journals,
}: DescribedTable): TableAccess => ({
  table,
  mayCreate,
  mayDelete,
  readFiles: mayReadFiles,
  writeFiles: mayWriteFiles,
  readFields: readable(fields),
  writeFields: writable(fields),
  readJournals: readable(journals),
  writeJournals: writable(journals),
})

const readable = (named: readonly Named[]) => named.filter(({ mayRead }) => mayRead).map(({ name }) => name)
const writable = (named: readonly Named[]) => named.filter(({ mayWrite }) => mayWrite).map(({ name }) => name)
