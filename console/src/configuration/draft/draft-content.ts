import type { SyncConfiguration, SyncDraft as StoredDraft } from '@accord/shared/schemas'
import { type CommentHistory, SYNC_LIMITS } from '@accord/shared/sync'

/** What an admin is writing. */
export interface SyncDraft {
  readonly outgoing: string
  readonly incoming: string
  readonly query: string
  readonly isActive: boolean
  readonly history: CommentHistory
  readonly notes: string
  /** Internal entries may become visible. */
  readonly mayWiden: boolean
}

/** The versions that stood on the page when the draft was begun, so that nothing of another is overwritten unseen. */
export interface SeenVersions {
  readonly outgoing: number
  readonly incoming: number
}

/** What counts now, or what the template would begin with. */
export const savedDraft = ({ outgoing, incoming, template, trigger }: SyncConfiguration): SyncDraft => ({
  outgoing: outgoing?.source ?? template.outgoing,
  incoming: incoming?.source ?? template.incoming,
  query: trigger?.query ?? template.query,
  isActive: trigger?.isActive ?? true,
  history: trigger?.history ?? 'visible',
  notes: trigger?.notes ?? '',
  mayWiden: outgoing?.mayWiden === true || incoming?.mayWiden === true,
})

/** What the node keeps of what is being written. */
export const contentOf = ({ outgoing, incoming, trigger, mayWiden }: StoredDraft): SyncDraft => ({
  outgoing,
  incoming,
  query: trigger.query,
  isActive: trigger.isActive,
  history: trigger.history,
  notes: trigger.notes,
  mayWiden,
})

export const versionsOf = ({ outgoing, incoming }: SyncConfiguration): SeenVersions => ({
  outgoing: outgoing?.version ?? 0,
  incoming: incoming?.version ?? 0,
})

export const isSameDraft = (one: SyncDraft, other: SyncDraft): boolean =>
  one.outgoing === other.outgoing &&
  one.incoming === other.incoming &&
  one.query === other.query &&
  one.isActive === other.isActive &&
  one.history === other.history &&
  one.notes === other.notes &&
  one.mayWiden === other.mayWiden

/** By how many characters a script is longer than one may be. */
export const excessOf = ({ outgoing, incoming }: Pick<SyncDraft, 'outgoing' | 'incoming'>): number =>
  Math.max(0, outgoing.length - SYNC_LIMITS.scriptChars, incoming.length - SYNC_LIMITS.scriptChars)
