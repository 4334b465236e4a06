import type { ShadowDraft } from '../../api/use-shadow-run.ts'

export const isSameDraft = (one: ShadowDraft, other: ShadowDraft): boolean =>
  one.outgoing === other.outgoing && one.incoming === other.incoming && one.mayWiden === other.mayWiden
