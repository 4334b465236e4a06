import type { AllowedTable, OpenableTable, SyncAccessTable } from '@accord/shared/schemas'

/** What is ticked while a table is edited. */
export interface AccessDraft {
  readonly read: ReadonlySet<string>
  readonly write: ReadonlySet<string>
  readonly readFiles: boolean
  readonly writeFiles: boolean
  readonly mayCreate: boolean
  readonly mayDelete: boolean
}

export function draftOf(entry: SyncAccessTable | undefined): AccessDraft {
  const all = [...(entry?.fields ?? []), ...(entry?.journals ?? [])]
  return {
    read: new Set(all.filter(({ mayRead }) => mayRead).map(({ name }) => name)),
    write: new Set(all.filter(({ mayWrite }) => mayWrite).map(({ name }) => name)),
    readFiles: entry?.mayReadFiles ?? false,
    writeFiles: entry?.mayWriteFiles ?? false,
    mayCreate: entry?.mayCreate ?? false,
    mayDelete: entry?.mayDelete ?? false,
  }
}

export function withTick(ticked: ReadonlySet<string>, name: string, isOn: boolean): ReadonlySet<string> {
  const next = new Set(ticked)
  if (isOn) next.add(name)
  else next.delete(name)
  return next
}

/** Fields and journals lie in lists of their own, and only what the table still has is sent. */
export function allowedOf({ table, fields, journals }: OpenableTable, draft: AccessDraft): AllowedTable {
  const named = (list: readonly { readonly name: string }[], ticked: ReadonlySet<string>) =>
    list.map(({ name }) => name).filter((name) => ticked.has(name))
  return {
    table,
    readFields: named(fields, draft.read),
    writeFields: named(fields, draft.write),
    readJournals: named(journals, draft.read),
    writeJournals: named(journals, draft.write),
    readFiles: draft.readFiles,
    writeFiles: draft.writeFiles,
    mayCreate: draft.mayCreate,
    mayDelete: draft.mayDelete,
  }
}
