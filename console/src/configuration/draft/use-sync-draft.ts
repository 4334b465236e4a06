import type { SyncConfiguration } from '@accord/shared/schemas'
import { useState } from 'react'
import { isSameDraft, savedDraft, type SyncDraft, versionsOf } from './draft-content.ts'
import { edit, type Edited, isTakenBack, shownDraft } from './edited.ts'
import { useDraftSaving } from './use-draft-saving.ts'

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

/**
 * What is typed stands here until the node keeps it; what nobody types here follows the draft that others write, or what they
 * publish.
 */
export function useSyncDraft(configuration: SyncConfiguration) {
  const [edited, setEdited] = useState<Edited | null>(null)
  const [note, setNote] = useState('')
  const [isHeld, hold] = useState(false)
  const saving = useDraftSaving({ configuration, edited, setEdited, isHeld })
  const stored = configuration.draft
  const draft = edited?.draft ?? shownDraft(configuration)
  const counting = savedDraft(configuration)
  const newest = versionsOf(configuration)
  const basedOn = edited?.basedOn ?? stored?.basedOn ?? newest
  const isChanged = !isSameDraft(draft, counting)
  const replace = (next: SyncDraft) => setEdited({ ...edit(edited, configuration, next), basedOn: newest })
  return {
    draft,
    note,
    setNote,
    basedOn,
    saving,
    hold,
    /** The revision that ends where this is published. */
    revision: edited ? edited.follows : (stored?.revision ?? null),
    /** Something was typed that the node does not keep yet. */
    isUnsaved: edited !== null,
    /** Whoever leaves now loses it. What counts already stays what it is. */
    wouldBeLost: edited !== null && isChanged,
    isChanged,
    /** Something else was published since it was begun. */
    isStale: isChanged && (basedOn.outgoing !== newest.outgoing || basedOn.incoming !== newest.incoming),
    change: (changes: Partial<SyncDraft>) => {
      const next = edit(edited, configuration, changes)
      setEdited(!saving.isSaving && isTakenBack(next, configuration) ? null : next)
    },
    /** What was typed goes on over what was published meanwhile. */
    keepDraft: () => replace(draft),
    takeTheirs: () => setEdited(null),
    forget: () => {
      setEdited(null)
      setNote('')
    },
    reset: () => {
      // A draft of the node ends by the same call that keeps one.
      if (stored || saving.isSaving) replace(counting)
      else setEdited(null)
      setNote('')
    },
  }
}
