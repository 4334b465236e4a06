import type { CodeBinding } from '@accord/shared/protocol'
import type { InvitationFacts } from '@accord/shared/schemas'

/** What a node of an older release does not tell is taken for the weaker of the two. */
export const bindingOf = ({ boundTo, invitedInstanceUid }: InvitationFacts): CodeBinding =>
  boundTo ?? (invitedInstanceUid === null ? 'nobody' : 'instance')
