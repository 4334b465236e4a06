import type { SyncConfiguration } from '@accord/shared/schemas'
import type { CommentHistory } from '@accord/shared/sync'
import { useState } from 'react'

/** What an admin is writing. */
export interface SyncDraft {
  readonly outgoing: string
  readonly incoming: string
  readonly query: string
  readonly isActive: boolean
  readonly history: CommentHistory
  /** Internal entries may become visible. */
  readonly mayWiden: boolean
}

/** What counts now, or what the template would begin with. */
export const savedDraft = ({ outgoing, incoming, template, trigger }: SyncConfiguration): SyncDraft => ({
  outgoing: outgoing?.source ?? template.outgoing,
  incoming: incoming?.source ?? template.incoming,
  query: trigger?.query ?? template.query,
  isActive: trigger?.isActive ?? true,
  history: trigger?.history ?? 'visible',
  mayWiden: outgoing?.mayWiden === true || incoming?.mayWiden === true,
})

export const isPublished = ({ outgoing, incoming, trigger }: SyncConfiguration): boolean =>
  outgoing !== null && incoming !== null && trigger !== null

/** What of it is run over the pairs. */
export const shadowDraftOf = ({ table }: SyncConfiguration, { outgoing, incoming, mayWiden }: SyncDraft) => ({
  table,
  outgoing,
  incoming,
  mayWiden,
})

/** Does publishing make other rules of those that run for pairs? A trigger only says which begin. */
export const changesRules = ({ outgoing, incoming }: SyncConfiguration, draft: SyncDraft): boolean =>
  outgoing?.source !== draft.outgoing || incoming?.source !== draft.incoming || outgoing.mayWiden !== draft.mayWiden

const isSame = (one: SyncDraft, other: SyncDraft): boolean =>
  one.outgoing === other.outgoing &&
  one.incoming === other.incoming &&
  one.query === other.query &&
  one.isActive === other.isActive &&
  one.history === other.history &&
  one.mayWiden === other.mayWiden

/**
 * Only what was changed here is kept: what nobody has touched follows what others publish meanwhile. `basedOn`: the versions
 * that stood here when the first letter was changed, so that nothing of theirs is overwritten unseen.
 */
export function useSyncDraft(configuration: SyncConfiguration) {
  const saved = savedDraft(configuration)
  const versions = { outgoing: configuration.outgoing?.version ?? 0, incoming: configuration.incoming?.version ?? 0 }
  const [edited, setEdited] = useState<{ readonly draft: SyncDraft; readonly basedOn: typeof versions } | null>(null)
  const [note, setNote] = useState('')
  const draft = edited?.draft ?? saved
  return {
    draft,
    note,
    setNote,
    basedOn: edited?.basedOn ?? versions,
    isChanged: edited !== null && !isSame(edited.draft, saved),
    change: (changes: Partial<SyncDraft>) =>
      setEdited({ draft: { ...draft, ...changes }, basedOn: edited?.basedOn ?? versions }),
    reset: () => {
      setEdited(null)
      setNote('')
    },
  }
}
