import type { SyncConfiguration, SyncDraft as StoredDraft } from '@accord/shared/schemas'
import { contentOf, isSameDraft, savedDraft, type SeenVersions, type SyncDraft, versionsOf } from './draft-content.ts'

/** What was typed on this page and is not kept by the node yet. `follows`: the revision over which it was typed. */
export interface Edited {
  readonly draft: SyncDraft
  readonly basedOn: SeenVersions
  readonly follows: string | null
}

type Known = Pick<SyncConfiguration, 'draft'>

/** What the page shows where nothing was typed. */
export const shownDraft = (configuration: SyncConfiguration): SyncDraft =>
  configuration.draft ? contentOf(configuration.draft) : savedDraft(configuration)

/** Typing goes on from what was typed before, or begins over what is shown. */
export const edit = (edited: Edited | null, configuration: SyncConfiguration, changes: Partial<SyncDraft>): Edited => ({
  draft: { ...(edited?.draft ?? shownDraft(configuration)), ...changes },
  basedOn: edited?.basedOn ?? configuration.draft?.basedOn ?? versionsOf(configuration),
  follows: edited ? edited.follows : (configuration.draft?.revision ?? null),
})

/** The draft of somebody else that what was typed here would overwrite. */
export function otherDraft(edited: Edited | null, { draft }: Known): StoredDraft | undefined {
  if (!edited || !draft || draft.revision === edited.follows) return undefined
  return isSameDraft(edited.draft, contentOf(draft)) ? undefined : draft
}

/** Typed, and taken back before the node was asked to keep any of it: nothing is left to save. */
export const isTakenBack = ({ draft, follows }: Edited, configuration: SyncConfiguration): boolean =>
  follows === (configuration.draft?.revision ?? null) && isSameDraft(draft, shownDraft(configuration))

/** What is left to be saved once `sent` was; what was typed meanwhile follows it. */
export function afterSaving(edited: Edited | null, sent: Edited, saved: StoredDraft | null): Edited | null {
  if (!edited || isSameDraft(edited.draft, sent.draft)) return null
  return { ...edited, follows: saved?.revision ?? null }
}
