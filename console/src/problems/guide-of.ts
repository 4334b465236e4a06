import type { ErrorCode } from '@accord/shared/protocol'

/** The guides of Help, in the order in which they stand there. */
export const GUIDES = ['initiate', 'accept', 'private', 'renew', 'down'] as const
export type Guide = (typeof GUIDES)[number]

/** Refusals after which a person has more than one thing to do, or somebody else has. */
const CODES: Readonly<Record<Guide, readonly ErrorCode[]>> = {
  initiate: ['not_accord', 'node_url_needed', 'url_refused'],
  accept: ['invitation_unknown', 'invitation_expired', 'invitation_revoked', 'already_redeemed', 'code_truncated'],
  private: ['source_private', 'both_sides_private'],
  renew: ['connection_unknown', 'proof_invalid'],
  down: ['name_unresolved', 'connection_refused', 'timed_out', 'unreachable'],
}

export const guideOf = (code: string): Guide | undefined =>
  GUIDES.find((guide) => CODES[guide].some((each) => each === code))
